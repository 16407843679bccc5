using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gci.Web.Api.Description;

/// <summary>Why a request failed, after RFC 9457. Programs go by the code; the sentences are for people and in their language.</summary>
/// <param name="Type">The address of the page that explains the code.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened and what to do.</param>
/// <param name="Code">Stable for ever; one of those that /api/v1/problems lists.</param>
/// <param name="Parser">What exactly is wrong with an answer, in English; only with not-an-answer.</param>
/// <param name="Theirs">What somebody else saved meanwhile; only with changed-meanwhile.</param>
/// <param name="Trace">What the operator of the service finds the failure by; only with failed.</param>
public sealed record ProblemBody(
    string Type, string Title, int Status, string Detail, string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parser = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Theirs = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Trace = null);
