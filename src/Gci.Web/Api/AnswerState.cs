using System.Text.Json.Serialization;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>One answer as programs and the page's script send it.</summary>
/// <param name="Value">The answer as text, as the question's format says; null for none.</param>
/// <param name="IsNotApplicable">Whether the question does not apply to the country; then there is a reason and no value.</param>
/// <param name="Reason">Why it does not apply.</param>
/// <param name="Comment">What the country adds.</param>
public sealed record AnswerBody(
    string? Value = null,
    [property: JsonPropertyName("notApplicable")] bool IsNotApplicable = false,
    string? Reason = null,
    string? Comment = null)
{
    internal AnswerDraft AsDraft(Edition edition, Question question) => new(CountryNames.InCodes(edition, question, Value), IsNotApplicable, Reason, Comment);
}

/// <summary>An answer as it stands, or as it once stood.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Revision">0 where the question was never answered.</param>
/// <param name="Value">The answer as text; null where there is none or it was cleared.</param>
/// <param name="IsNotApplicable">Whether the question does not apply to the country.</param>
/// <param name="Reason">Why it does not apply.</param>
/// <param name="Comment">What the country adds.</param>
/// <param name="Source">Where it comes from; null where the question was never answered.</param>
/// <param name="Why">Why it was changed, where somebody said so.</param>
/// <param name="By">The name of who gave it.</param>
/// <param name="At">When it was given.</param>
/// <param name="IsWithheld">Whether there is an answer whose words do not reach the caller, because of its class.</param>
public sealed record AnswerState(
    string Question, int Revision, string? Value, [property: JsonPropertyName("notApplicable")] bool IsNotApplicable, string? Reason, string? Comment,
    Provenance? Source, string? Why, string? By, DateTimeOffset? At, [property: JsonPropertyName("withheld")] bool IsWithheld = false)
{
    internal static AnswerState Of(string question, AnswerRevision? answer, IReadOnlyDictionary<Guid, string> names) => answer is null
        ? new(question, 0, null, false, null, null, null, null, null, null)
        : new(
            question, answer.Revision, answer.Value, answer.IsNotApplicable, answer.Reason, answer.Comment, answer.Source, answer.Why,
            names.GetValueOrDefault(answer.By), answer.At, answer.IsWithheld);

    internal static async Task<AnswerState> OfAsync(GciDb db, string question, AnswerRevision? answer, CancellationToken cancel) =>
        Of(question, answer, answer is null ? new Dictionary<Guid, string>() : await db.NamesAsync([answer.By], cancel));
}

/// <summary>An answer that was saved.</summary>
/// <param name="Revision">The revision that it stands as.</param>
/// <param name="SavedAt">When it was committed.</param>
/// <param name="AuditSequence">The entry of the response's audit chain that was written with it.</param>
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
