using Gci.Data;
using Gci.Editions;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Api;

/// <summary>Errors as <c>application/problem+json</c>, each with a stable code.</summary>
internal static class ProblemAnswers
{
    internal static IResult BadRequest(InterfaceTexts texts, Refusal refusal) => Of(StatusCodes.Status400BadRequest, refusal.Code, texts.Of(refusal));

    /// <summary>What is wrong with an answer; where the parser said more, it is given in English as <c>parser</c>.</summary>
    internal static IResult Invalid(InterfaceTexts texts, Refusal refusal, Edition edition) => Of(
        StatusCodes.Status400BadRequest, refusal.Code, texts.Of(refusal, edition),
        refusal.Values.FirstOrDefault(value => value.Name == "detail").Value is { } detail ? new() { ["parser"] = detail } : null);

    internal static IResult Forbidden(InterfaceTexts texts, Refusal refusal) => Of(StatusCodes.Status403Forbidden, refusal.Code, texts.Of(refusal));

    internal static IResult Refused(InterfaceTexts texts, Refusal refusal) => Of(StatusCodes.Status423Locked, refusal.Code, texts.Of(refusal));

    /// <summary>Somebody else changed the answer; theirs is given whole.</summary>
    internal static IResult Conflict(InterfaceTexts texts, AnswerState theirs) => Of(
        StatusCodes.Status409Conflict, "changed-meanwhile", texts["refusal.changed-meanwhile"], new() { ["theirs"] = theirs });

    private static IResult Of(int status, string code, string sentence, Dictionary<string, object?>? more = null) =>
        Results.Problem(detail: sentence, statusCode: status, type: $"/problems/{code}", extensions: new Dictionary<string, object?>(more ?? []) { ["code"] = code });
}
