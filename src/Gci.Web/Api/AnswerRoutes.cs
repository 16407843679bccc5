using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary><c>/api/v1/responses/{id}/answers</c>.</summary>
internal static class AnswerRoutes
{
    internal static void MapAnswers(this IEndpointRouteBuilder api)
    {
        var answers = api.MapGroup("/responses/{id:guid}/answers").WithTags("Answers");
        answers.MapGet("", ListAsync).Operation("listAnswers", Scopes.ReadResponses, "All answers that one may see").Produces<Slice<AnswerState>>();
        answers.MapGet("/{question}", GetAsync).Operation("getAnswer", Scopes.ReadResponses, "The answer to a question as it stands").Produces<AnswerState>();
        answers.MapPut("/{question}", PutAsync).Operation("saveAnswer", Scopes.WriteResponses, "Save the answer to a question").Produces<SavedAnswer>();
        answers.MapGet("/{question}/revisions", RevisionsAsync)
            .Operation("listRevisions", Scopes.ReadResponses, "All states of the answer to a question, the newest first").Produces<Slice<AnswerState>>();
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request, [AsParameters] Window window)
    {
        if (await request.FindAsync() is not { } opened)
        {
            return Results.NotFound();
        }

        var (db, cancel) = (request.Db, request.Cancel);
        var current = await db.CurrentAnswers(request.Id).AsNoTracking().ToDictionaryAsync(answer => answer.Question, cancel);
        var names = await db.NamesAsync(current.Values.Select(answer => answer.By), cancel);
        var states = opened.Pages().SelectMany(page => page.Questions()).Select(question => AnswerState.Of(question.Code, current.GetValueOrDefault(question.Code), names)).ToList();
        var (slice, wrong) = Slices.Of(request.Http, window, states, state => state.Question);
        return slice is null ? request.Refused(wrong!) : request.Tagged(opened.Response.Version, slice);
    }

    private static async Task<IResult> GetAsync([AsParameters] ResponseRequest request, string question)
    {
        if (await request.FindAsync(question) is null)
        {
            return Results.NotFound();
        }

        var current = await request.Db.LastRevisionAsync(request.Id, question, request.Cancel);
        return request.Tagged(current?.Revision ?? 0, await AnswerState.OfAsync(request.Db, question, current, request.Cancel));
    }

    private static async Task<IResult> PutAsync(
        [AsParameters] ResponseRequest request, string question, AnswerBody body, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        if (await request.FindAsync(question) is not { } found)
        {
            return Results.NotFound();
        }

        if ((found.WhyNotEdit ?? WhyNoKey(key)) is { } refusal)
        {
            return request.Refused(refusal);
        }

        if (request.Seen is not { } revision)
        {
            return request.Refused(new("if-match"));
        }

        var (db, cancel) = (request.Db, request.Cancel);
        return await db.SaveAsync(request.Id, found.Opened.Actor, found.Opened.Edition, new(question, body.AsDraft(), revision, key!), request.Clock, cancel) switch
        {
            SaveOutcome.Saved saved => request.Tagged(saved.Answer.Revision, await SavedAsync(request, found, saved.Answer)),
            SaveOutcome.Conflict conflict => ProblemAnswers.Conflict(request.Visitor.Texts, await AnswerState.OfAsync(db, question, conflict.Theirs, cancel)),
            SaveOutcome.Invalid invalid => ProblemAnswers.Invalid(request.Visitor.Texts, invalid.Refusal, found.Opened.Edition),
            SaveOutcome.Refused refused => request.Refused(refused.Refusal),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> RevisionsAsync([AsParameters] ResponseRequest request, string question, [AsParameters] Window window)
    {
        if (await request.FindAsync(question) is null)
        {
            return Results.NotFound();
        }

        var (db, cancel) = (request.Db, request.Cancel);
        var revisions = await db.Answers.AsNoTracking().Where(answer => answer.ResponseId == request.Id && answer.Question == question)
            .OrderByDescending(answer => answer.Revision).ToListAsync(cancel);
        var names = await db.NamesAsync(revisions.Select(answer => answer.By), cancel);
        var states = revisions.Select(answer => AnswerState.Of(question, answer, names)).ToList();
        var (slice, wrong) = Slices.Of(request.Http, window, states, state => state.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return slice is null ? request.Refused(wrong!) : Results.Ok(slice);
    }

    private static Refusal? WhyNoKey(string? key) =>
        string.IsNullOrEmpty(key) || key.Length > Saving.LongestKey ? new("idempotency-key", ("maximum", Saving.LongestKey)) : null;

    private static async Task<SavedAnswer> SavedAsync(ResponseRequest request, OpenedQuestion found, AnswerRevision answer)
    {
        var (edition, country) = (found.Opened.Edition, found.Opened.Response.Country);
        var needed = EvidenceNeed.Of(found.Question, new Sheet(edition, country, [answer]).Answers.Answers.GetValueOrDefault(found.Code));
        var page = QuestionPage.Holding(edition.Questionnaire!, found.Code);
        if (page.Items().All(item => item.Relevant is null))
        {
            return new(answer.Revision, answer.At, answer.AuditSequence, needed, null);
        }

        var sheet = new Sheet(edition, country, await request.Db.CurrentAnswers(request.Id).AsNoTracking().ToListAsync(request.Cancel));
        return new(answer.Revision, answer.At, answer.AuditSequence, needed, [.. page.Questions().Select(question => question.Code).Where(sheet.Answers.IsActive)]);
    }
}
