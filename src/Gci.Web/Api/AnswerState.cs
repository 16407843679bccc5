using System.Text.Json;
using System.Text.Json.Serialization;
using Gci.Data;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>One answer as programs and the page's script send it.</summary>
/// <param name="Value">The answer as text; null for none.</param>
public sealed record AnswerBody(
    string? Value,
    [property: JsonPropertyName("notApplicable")] bool IsNotApplicable,
    string? Reason,
    string? Comment)
{
    internal AnswerDraft AsDraft() => new(Value, IsNotApplicable, Reason, Comment);
}

/// <summary>An answer as it stands, or as it once stood.</summary>
/// <param name="Revision">0 where the question was never answered.</param>
/// <param name="Source">Where it comes from: <c>country</c>, <c>prefilled-unconfirmed</c>, <c>workbook</c>, <c>desk-research</c>, <c>reviewer-proposal</c>.</param>
/// <param name="Why">Why it was changed, where somebody said so.</param>
/// <param name="By">The name of who gave it.</param>
public sealed record AnswerState(
    string Question, int Revision, string? Value, [property: JsonPropertyName("notApplicable")] bool IsNotApplicable, string? Reason, string? Comment,
    string? Source, string? Why, string? By, DateTimeOffset? At)
{
    internal static AnswerState Of(string question, AnswerRevision? answer, IReadOnlyDictionary<Guid, string> names) => answer is null
        ? new(question, 0, null, false, null, null, null, null, null, null)
        : new(
            question, answer.Revision, answer.Value, answer.IsNotApplicable, answer.Reason, answer.Comment, Kebab(answer.Source), answer.Why,
            names.GetValueOrDefault(answer.By), answer.At);

    internal static async Task<AnswerState> OfAsync(GciDb db, string question, AnswerRevision? answer, CancellationToken cancel) =>
        Of(question, answer, answer is null ? new Dictionary<Guid, string>() : await db.NamesAsync([answer.By], cancel));

    internal static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>What became of a saved answer.</summary>
/// <param name="Asked">The questions of the same page that are asked now; null where none of them depends on an answer.</param>
/// <param name="EvidenceNeeded">How many pieces of evidence the answer needs.</param>
public sealed record SavedAnswer(int Revision, DateTimeOffset SavedAt, int AuditSequence, int EvidenceNeeded, IReadOnlyList<string>? Asked);

internal static class Names
{
    internal static async Task<Dictionary<Guid, string>> NamesAsync(this GciDb db, IEnumerable<Guid> people, CancellationToken cancel)
    {
        var ids = people.Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
    }
}
