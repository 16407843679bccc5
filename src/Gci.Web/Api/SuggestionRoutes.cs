using System.ComponentModel;
using System.Text.Json.Serialization;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>A suggestion that stands beside an answer.</summary>
/// <param name="Id">Names it where it is accepted or declined.</param>
/// <param name="Question">The code of the question.</param>
/// <param name="Value">The suggested answer as text; null for none.</param>
/// <param name="IsNotApplicable">Whether it is suggested that the question does not apply to the country.</param>
/// <param name="Reason">Why it does not apply.</param>
/// <param name="Comment">What the country adds.</param>
/// <param name="By">The name of who made it.</param>
/// <param name="At">When it was made.</param>
/// <param name="DecidedBy">The name of who decided; null while it is open.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="State">What became of it.</param>
public sealed record SuggestionEntry(
    Guid Id, string Question, string? Value, [property: JsonPropertyName("notApplicable")] bool IsNotApplicable, string? Reason, string? Comment, SuggestionState State,
    string? By, DateTimeOffset At, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    internal static SuggestionEntry Of(Suggestion suggestion, IReadOnlyDictionary<Guid, string> names) => new(
        suggestion.Id, suggestion.Question, suggestion.Value, suggestion.IsNotApplicable, suggestion.Reason, suggestion.Comment, suggestion.State,
        names.GetValueOrDefault(suggestion.By), suggestion.At, suggestion.DecidedBy is { } decided ? names.GetValueOrDefault(decided) : null, suggestion.DecidedAt);
}

/// <summary><c>/api/v1/responses/{id}/suggestions</c>, and one's own <c>/api/v1/responses/{id}/answers/{question}/suggestion</c>.</summary>
internal static class SuggestionRoutes
{
    internal static void MapSuggestions(this IEndpointRouteBuilder api)
    {
        var response = api.MapGroup("/responses/{id:guid}").WithTags("Suggestions");
        response.MapGet("/suggestions", ListAsync)
            .Operation("listSuggestions", Scopes.ReadResponses, "Open suggestions on which one may decide, and all of one's own").Produces<Slice<SuggestionEntry>>().Refuses("page-limit", "page-after");
        response.MapPost("/suggestions/{suggestion:guid}/accept", AcceptAsync)
            .Operation("acceptSuggestion", Scopes.WriteResponses, "Make a suggestion the answer").Produces<AnswerState>().Tagged("The new revision, which If-Match takes.")
            .Refuses("if-match", "not-editor", "changed-meanwhile", "suggestion-decided", "already-submitted");
        response.MapPost("/suggestions/{suggestion:guid}/decline", DeclineAsync)
            .Operation("declineSuggestion", Scopes.WriteResponses, "Decline a suggestion").Produces(StatusCodes.Status204NoContent)
            .Refuses("suggestion-decided", "already-submitted");
        var mine = response.MapGroup("/answers/{question}/suggestion");
        mine.MapGet("", GetAsync).Operation("getSuggestion", Scopes.ReadResponses, "One's own open suggestion").Produces<SuggestionEntry>();
        mine.MapPut("", PutAsync).Operation("suggestAnswer", Scopes.WriteResponses, "Suggest an answer in place of one's open suggestion")
            .WithDescription("What is the same as the answer suggests nothing, takes an open suggestion back, and is answered 204.")
            .Produces<SuggestionEntry>().Produces(StatusCodes.Status204NoContent)
            .Refuses("answer-and-not-applicable", "reason-missing", "reason-alone", "remark-length", "remark-control", "not-an-answer", "not-suggester", "already-submitted");
        mine.MapDelete("", DeleteAsync).Operation("withdrawSuggestion", Scopes.WriteResponses, "Take one's own open suggestion back").Produces(StatusCodes.Status204NoContent).Refuses("already-submitted");
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request, [AsParameters] Window window)
    {
        if (await request.FindAsync() is not { } opened)
        {
            return Results.NotFound();
        }

        var (db, me, cancel) = (request.Db, opened.Actor.Id, request.Cancel);
        var rights = opened.Pages().SelectMany(page => page.Questions().Select(question => (question.Code, Right: opened.RightOf(page)))).ToDictionary(pair => pair.Code, pair => pair.Right);
        var all = await db.Suggestions.AsNoTracking().Where(row => row.ResponseId == request.Id && (row.State == SuggestionState.Open || row.By == me))
            .OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancel);
        var shown = all.Where(row => rights.GetValueOrDefault(row.Question) is var right && (right == Right.Edit || (right > Right.None && row.By == me))).ToList();
        var names = await db.NamesAsync(shown.SelectMany(row => (IEnumerable<Guid>)[row.By, row.DecidedBy ?? row.By]), cancel);
        var (slice, wrong) = Slices.Of(request.Http, window, shown.ConvertAll(row => SuggestionEntry.Of(row, names)), state => state.Id.ToString());
        return slice is null ? request.Refused(wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> AcceptAsync(
        [AsParameters] ResponseRequest request, Guid suggestion, [FromHeader(Name = "If-Match"), Description(ResponseRequest.SeenRevision)] string? seen)
    {
        var (found, row) = await FindAsync(request, suggestion);
        if (found is null || (found.Right < Right.Edit && row!.By != found.Opened.Actor.Id))
        {
            return Results.NotFound();
        }

        if (found.WhyNotEdit is { } refusal)
        {
            return request.Refused(refusal);
        }

        if (ResponseRequest.Revision(seen) is not { } revision)
        {
            return request.Refused(new("if-match"));
        }

        return await request.Db.AcceptAsync(found.Opened, suggestion, revision, request.Clock, request.Cancel) switch
        {
            SaveOutcome.Saved saved => request.Tagged(saved.Answer.Revision, await AnswerState.OfAsync(request.Db, found.Code, saved.Answer, request.Cancel)),
            SaveOutcome.Conflict conflict => ProblemAnswers.Conflict(request.Visitor.Texts, await AnswerState.OfAsync(request.Db, found.Code, conflict.Theirs, request.Cancel)),
            var other => request.Refused(SectionActions.WhyNot(other)!),
        };
    }

    private static async Task<IResult> DeclineAsync([AsParameters] ResponseRequest request, Guid suggestion)
    {
        var (found, row) = await FindAsync(request, suggestion);
        return found is null || (found.Right < Right.Edit && row!.By != found.Opened.Actor.Id) ? Results.NotFound()
            : (await request.Db.DeclineAsync(found.Opened, suggestion, request.Clock, request.Cancel))?.Refusal is { } refusal ? request.Refused(refusal)
            : Results.NoContent();
    }

    private static async Task<IResult> GetAsync([AsParameters] ResponseRequest request, string question)
    {
        if (await request.FindAsync(question) is not { } found || await MineAsync(request, found) is not { } mine)
        {
            return Results.NotFound();
        }

        return Results.Ok(SuggestionEntry.Of(mine, await request.Db.NamesAsync([mine.By], request.Cancel)));
    }

    private static async Task<IResult> PutAsync([AsParameters] ResponseRequest request, string question, AnswerBody body)
    {
        if (await request.FindAsync(question) is not { } found)
        {
            return Results.NotFound();
        }

        if (found.WhyNotSuggest is { } refusal)
        {
            return request.Refused(refusal);
        }

        var outcome = await request.Db.SuggestAsync(found.Opened, found.Question, body.AsDraft(found.Opened.Edition, found.Question), request.Clock, request.Cancel);
        return outcome switch
        {
            { Refusal: { } wrong } => ProblemAnswers.Invalid(request.Visitor.Texts, wrong, found.Opened.Edition),
            { Value: { } made } => Results.Ok(SuggestionEntry.Of(made, await request.Db.NamesAsync([made.By], request.Cancel))),
            _ => Results.NoContent(),
        };
    }

    private static async Task<IResult> DeleteAsync([AsParameters] ResponseRequest request, string question)
    {
        if (await request.FindAsync(question) is not { } found)
        {
            return Results.NotFound();
        }

        return await MineAsync(request, found) is { } mine && (await request.Db.DeclineAsync(found.Opened, mine.Id, request.Clock, request.Cancel))?.Refusal is { } refusal
            ? request.Refused(refusal)
            : Results.NoContent();
    }

    private static Task<Suggestion?> MineAsync(ResponseRequest request, OpenedQuestion found) => request.Db.OpenSuggestions(request.Id).AsNoTracking()
        .Where(row => row.Question == found.Code && row.By == found.Opened.Actor.Id).OrderByDescending(row => row.At).FirstOrDefaultAsync(request.Cancel);

    private static async Task<(OpenedQuestion? Found, Suggestion? Row)> FindAsync(ResponseRequest request, Guid suggestion)
    {
        var row = await request.Db.Suggestions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == suggestion && row.ResponseId == request.Id, request.Cancel);
        return row is null ? (null, null) : (await request.FindAsync(row.Question), row);
    }
}
