using System.ComponentModel;
using Gci.Data;
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

/// <summary><c>/api/v1/responses/{id}/answers</c>.</summary>
internal static class AnswerRoutes
{
    private static readonly DateTimeOffset s_exampleTime = new(2026, 9, 12, 10, 42, 0, TimeSpan.Zero);
    private static readonly AnswerState s_example = new("LEG-1.1.1", 3, "yes", false, null, "In force since 2018", Provenance.Country, null, "Amina", s_exampleTime);

    internal static void MapAnswers(this IEndpointRouteBuilder api)
    {
        var answers = api.MapGroup("/responses/{id:guid}/answers").WithTags("Answers");
        answers.MapGet("", ListAsync).Operation("listAnswers", Scopes.ReadResponses, "All answers that one may see")
            .WithDescription("Every question of the sections that are open to one, answered or not, in the order in which they are asked.")
            .Produces<Slice<AnswerState>>().Tagged("Changes with the response.").Refuses("page-limit", "page-after");
        answers.MapGet("/{question}", GetAsync).Operation("getAnswer", Scopes.ReadResponses, "The answer to a question as it stands")
            .Produces<AnswerState>().Tagged("The revision, which If-Match takes.").Example(answer: s_example);
        answers.MapPut("/{question}", PutAsync).Operation("saveAnswer", Scopes.WriteResponses, "Save the answer to a question")
            .WithDescription("Answered 200 only after the answer is committed. Sending the same again under the same key changes nothing and is answered with the first result.")
            .Produces<SavedAnswer>().Tagged("The new revision, which If-Match takes.")
            .Example(new AnswerBody("yes", false, null, "In force since 2018"), new SavedAnswer(4, s_exampleTime, 17, 1, null))
            .Refuses(
                "idempotency-key", "if-match", "answer-and-not-applicable", "reason-missing", "reason-alone", "remark-length", "remark-control", "not-an-answer", "not-editor",
                "changed-meanwhile", "key-reused", "already-submitted");
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request, [AsParameters] Window window)
    {
        if (await request.FindAsync() is not { } opened)
        {
            return Results.NotFound();
        }

        var (db, cancel) = (request.Db, request.Cancel);
        var current = (await db.CurrentAnswers(opened.Sight).AsNoTracking().ToListAsync(cancel)).Select(answer => opened.Sight.Of(answer)!).ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        var names = await db.NamesAsync(current.Values.Select(answer => answer.By), cancel);
        var states = opened.Pages().SelectMany(page => page.Questions()).Select(question => AnswerState.Of(question.Code, current.GetValueOrDefault(question.Code), names)).ToList();
        var (slice, wrong) = Slices.Of(request.Http, window, states, state => state.Question);
        return slice is null ? request.Refused(wrong!) : request.Tagged(opened.Response.Version, slice);
    }

    private static async Task<IResult> GetAsync([AsParameters] ResponseRequest request, string question)
    {
        if (await request.FindAsync(question) is not { Opened.Sight: var sight })
        {
            return Results.NotFound();
        }

        var current = sight.Of(await request.Db.CurrentAnswers(sight).AsNoTracking().FirstOrDefaultAsync(answer => answer.Question == question, request.Cancel));
        return request.Tagged(current?.Revision ?? 0, await AnswerState.OfAsync(request.Db, question, current, request.Cancel));
    }

    private static async Task<IResult> PutAsync(
        [AsParameters] ResponseRequest request, string question, AnswerBody body,
        [FromHeader(Name = "Idempotency-Key"), Description("Made by the client, new for each change and the same for every attempt to save it; at most 80 characters.")] string? key,
        [FromHeader(Name = "If-Match"), Description(ResponseRequest.SeenRevision)] string? seen)
    {
        if (await request.FindAsync(question) is not { } found)
        {
            return Results.NotFound();
        }

        if ((found.WhyNotEdit ?? WhyNoKey(key)) is { } refusal)
        {
            return request.Refused(refusal);
        }

        if (ResponseRequest.Revision(seen) is not { } revision)
        {
            return request.Refused(new("if-match"));
        }

        var (db, cancel) = (request.Db, request.Cancel);
        return await db.SaveAsync(request.Id, found.Opened.Actor, found.Opened.Edition, new(question, body.AsDraft(found.Opened.Edition, found.Question), revision, key!), request.Clock, cancel) switch
        {
            SaveOutcome.Saved saved => request.Tagged(saved.Answer.Revision, await SavedAsync(request, found, saved.Answer)),
            SaveOutcome.Conflict conflict => ProblemAnswers.Conflict(request.Visitor.Texts, await AnswerState.OfAsync(db, question, conflict.Theirs, cancel)),
            SaveOutcome.Invalid invalid => ProblemAnswers.Invalid(request.Visitor.Texts, invalid.Refusal, found.Opened.Edition),
            SaveOutcome.Refused refused => request.Refused(refused.Refusal),
            _ => Results.NotFound(),
        };
    }

    private static Refusal? WhyNoKey(string? key) =>
        string.IsNullOrEmpty(key) || key.Length > Saving.LongestKey ? new("idempotency-key", ("maximum", Saving.LongestKey)) : null;

    private static async Task<SavedAnswer> SavedAsync(ResponseRequest request, OpenedQuestion found, AnswerRevision answer)
    {
        var (edition, country) = (found.Opened.Edition, found.Opened.Response.Country);
        var needed = Completeness.EvidenceWanted(found.Question, new Sheet(edition, country, [answer]).Answers.Answers.GetValueOrDefault(found.Code));
        var page = QuestionPage.Holding(edition.Questionnaire!, found.Code);
        if (page.Items().All(item => item.Relevant is null))
        {
            return new(answer.Revision, answer.At, answer.AuditSequence, needed, null);
        }

        var sheet = new Sheet(edition, country, await request.Db.CurrentAnswers(request.Id).AsNoTracking().ToListAsync(request.Cancel));
        return new(answer.Revision, answer.At, answer.AuditSequence, needed, [.. page.Questions().Select(question => question.Code).Where(sheet.Answers.IsActive)]);
    }
}
