using System.ComponentModel;
using System.Globalization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.History;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>One thing that happened to a response.</summary>
/// <param name="Sequence">Its number in the audit chain.</param>
/// <param name="At">When it happened.</param>
/// <param name="By">The name of who did it.</param>
/// <param name="Action">What happened, such as <c>answer.saved</c>.</param>
/// <param name="Sentence">The same in words, in the caller's language.</param>
/// <param name="Question">The code of the question that it is about; null for the whole response.</param>
/// <param name="Changes">What changed of an answer, in words.</param>
/// <param name="Notes">Where an answer comes from, the title of a document, what was opened to whom.</param>
/// <param name="Hash">The hash of its link in the audit chain.</param>
public sealed record HistoryEntry(
    int Sequence, DateTimeOffset At, string By, string Action, string Sentence, string? Question, IReadOnlyList<Difference> Changes, IReadOnlyList<string> Notes, string Hash);

/// <summary>An answer as it stood at one time.</summary>
/// <param name="Revision">1, 2, 3, … without a gap.</param>
/// <param name="Value">The answer as text; null where it was cleared or does not apply.</param>
/// <param name="NotApplicable">Whether the question did not apply to the country.</param>
/// <param name="Reason">Why it did not apply.</param>
/// <param name="Comment">What the country added.</param>
/// <param name="Words">The answer in the caller's language.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Why">Why it was changed, where somebody said so.</param>
/// <param name="By">The name of who gave it.</param>
/// <param name="At">When it was given.</param>
/// <param name="AuditSequence">The number of its link in the audit chain.</param>
/// <param name="Hash">The hash of its link in the audit chain.</param>
public sealed record RevisionEntry(
    int Revision, string? Value, bool NotApplicable, string? Reason, string? Comment, string Words, Provenance Source, string? Why, string By, DateTimeOffset At, int AuditSequence, string Hash);

/// <summary><c>/api/v1/responses/{id}/history</c>, and the revisions of one answer.</summary>
internal static class HistoryRoutes
{
    internal static void MapHistory(this IEndpointRouteBuilder api)
    {
        var history = api.MapGroup("/responses/{id:guid}").WithTags("History");
        history.MapGet("/history", ListAsync).Operation("listHistory", Scopes.ReadResponses, "Who did what and when, the newest first")
            .WithDescription("Contributors read what belongs to the sections that are open to them; the secretariat, once it is submitted, what was submitted.").Produces<Slice<HistoryEntry>>();
        history.MapGet("/answers/{question}/revisions", RevisionsAsync).Operation("listRevisions", Scopes.ReadResponses, "All revisions of the answer to a question, the newest first")
            .WithDescription("To make an earlier one the answer again, save its content.").Produces<Slice<RevisionEntry>>();
    }

    private static async Task<IResult> ListAsync(
        Guid id, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel,
        [Description("Only what is about questions of this section.")] string? section = null,
        [Description("Only what is about this question.")] string? question = null,
        [Description("Only what this account did.")] Guid? person = null)
    {
        if (window.WhyNotNumber() is { } wrong)
        {
            return ProblemAnswers.Refused(visitor.Texts, wrong);
        }

        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || await ResponseHistory.LoadAsync(db, opened, new(section, question, person, window.AfterNumber), visitor.Texts, cancel, window.Take - 1) is not { } history)
        {
            return Results.NotFound();
        }

        return Results.Ok(Slices.Ending(http, window, [.. history.Rows.Select(Entry)], history.Next?.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> RevisionsAsync(
        Guid id, string question, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel)
    {
        if (window.WhyNotNumber() is { } wrong)
        {
            return ProblemAnswers.Refused(visitor.Texts, wrong);
        }

        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || await QuestionStory.LoadAsync(db, opened, question, window.AfterNumber ?? int.MaxValue, window.Take, visitor.Texts, cancel) is not { } story)
        {
            return Results.NotFound();
        }

        return Results.Ok(Slices.Of(http, window, story.Revisions.Select(Entry), entry => entry.Revision.ToString(CultureInfo.InvariantCulture)));
    }

    private static HistoryEntry Entry(HistoryRow row) => new(
        row.Entry.Sequence, row.Entry.At, row.By, row.Entry.Action, row.Sentence, row.Question?.Code, row.Differences, row.Link is null ? row.Notes : [.. row.Notes, row.Link], row.Entry.Hash);

    private static RevisionEntry Entry(RevisionRow row) => new(
        row.Answer.Revision, row.Answer.Value, row.Answer.IsNotApplicable, row.Answer.Reason, row.Answer.Comment, row.Words, row.Answer.Source, row.Answer.Why, row.By, row.Answer.At,
        row.Answer.AuditSequence, row.Hash);
}
