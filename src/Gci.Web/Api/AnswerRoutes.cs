using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
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
    string? Comment = null);

/// <summary>An answer as it stands.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Revision">0 where the question was never answered.</param>
/// <param name="Value">The answer as text; null where there is none or it was cleared.</param>
/// <param name="IsNotApplicable">Whether the question does not apply to the country.</param>
/// <param name="Reason">Why it does not apply.</param>
/// <param name="Comment">What the country adds.</param>
/// <param name="By">Who gave the answer.</param>
/// <param name="At">When it was given.</param>
public sealed record AnswerState(
    string Question, int Revision, string? Value, [property: JsonPropertyName("notApplicable")] bool IsNotApplicable, string? Reason, string? Comment, string? By, DateTimeOffset? At);

/// <summary>An answer that was saved.</summary>
/// <param name="Revision">The revision that it stands as.</param>
/// <param name="SavedAt">When it was committed.</param>
/// <param name="AuditSequence">The entry of the response's audit chain that was written with it.</param>
public sealed record SavedAnswer(int Revision, DateTimeOffset SavedAt, int AuditSequence);

/// <summary><c>/api/v1/responses/{id}/answers/{question}</c>.</summary>
internal static class AnswerRoutes
{
    private static readonly DateTimeOffset s_exampleTime = new(2026, 9, 12, 10, 42, 0, TimeSpan.Zero);

    internal static void MapAnswers(this IEndpointRouteBuilder api)
    {
        var answers = api.MapGroup("/responses/{id:guid}/answers/{question}").WithTags("Answers");
        answers.MapGet("", GetAsync).Operation("getAnswer", Scopes.ReadResponses, "The answer to a question as it stands")
            .Produces<AnswerState>().Tagged("The revision, which If-Match takes.")
            .Example(answer: new AnswerState("LEG-1.1.1", 3, "yes", false, null, "In force since 2018", "Amina", s_exampleTime));
        answers.MapPut("", PutAsync).Operation("saveAnswer", Scopes.WriteResponses, "Save the answer to a question")
            .WithDescription("Answered 200 only after the answer is committed. Sending the same again under the same key changes nothing and is answered with the first result.")
            .Produces<SavedAnswer>().Tagged("The new revision, which If-Match takes.")
            .Example(new AnswerBody("yes", false, null, "In force since 2018"), new SavedAnswer(4, s_exampleTime, 17))
            .Refuses(
                "idempotency-key", "if-match", "answer-and-not-applicable", "reason-missing", "reason-alone", "remark-length", "remark-control", "not-an-answer", "not-editor",
                "changed-meanwhile", "key-reused", "already-submitted");
    }

    private static async Task<IResult> GetAsync(Guid id, string question, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, CancellationToken cancel)
    {
        var (opened, right) = await OpenAsync(id, question, db, shelf, visitor, cancel);
        if (opened is null || right == Right.None)
        {
            return Results.NotFound();
        }

        var current = await db.CurrentAnswers(id).AsNoTracking().FirstOrDefaultAsync(answer => answer.Question == question, cancel);
        http.Response.Headers.ETag = Tag(current?.Revision ?? 0);
        return Results.Ok(await StateAsync(db, question, current, cancel));
    }

    private static async Task<IResult> PutAsync(
        Guid id, string question, AnswerBody body, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, HttpContext http,
        [FromHeader(Name = "Idempotency-Key"), Description("Made by the client, new for each change and the same for every attempt to save it; at most 80 characters.")] string? key,
        [FromHeader(Name = "If-Match"), Description("The revision that was changed, such as \"3\"; \"0\" where there was no answer.")] string? revisionTag, CancellationToken cancel)
    {
        var (opened, right) = await OpenAsync(id, question, db, shelf, visitor, cancel);
        if (opened is null || right == Right.None)
        {
            return Results.NotFound();
        }

        if (right < Right.Edit)
        {
            return ProblemAnswers.Refused(visitor.Texts, new("not-editor"));
        }

        if (string.IsNullOrEmpty(key) || key.Length > Saving.LongestKey)
        {
            return ProblemAnswers.Refused(visitor.Texts, new("idempotency-key", ("maximum", Saving.LongestKey)));
        }

        if (Revision(revisionTag) is not { } revision)
        {
            return ProblemAnswers.Refused(visitor.Texts, new("if-match"));
        }

        var save = new SaveAnswer(question, new(body.Value, body.IsNotApplicable, body.Reason, body.Comment), revision, key);
        return await db.SaveAsync(id, opened.Actor, opened.Edition, save, clock, cancel) switch
        {
            SaveOutcome.Saved saved => await SavedAsync(http, saved.Answer),
            SaveOutcome.Conflict conflict => ProblemAnswers.Conflict(visitor.Texts, await StateAsync(db, question, conflict.Theirs, cancel)),
            SaveOutcome.Invalid invalid => ProblemAnswers.Invalid(visitor.Texts, invalid.Refusal, opened.Edition),
            SaveOutcome.Refused refused => ProblemAnswers.Refused(visitor.Texts, refused.Refusal),
            _ => Results.NotFound(),
        };
    }

    private static Task<IResult> SavedAsync(HttpContext http, AnswerRevision answer)
    {
        http.Response.Headers.ETag = Tag(answer.Revision);
        return Task.FromResult(Results.Ok(new SavedAnswer(answer.Revision, answer.At, answer.AuditSequence)));
    }

    private static async Task<(OpenedResponse? Opened, Right Right)> OpenAsync(
        Guid id, string question, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        var opened = await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel);
        return opened is null || opened.Edition.QuestionOf(question) is null
            ? (null, Right.None)
            : (opened, opened.RightOf(QuestionPage.Holding(opened.Edition.Questionnaire!, question)));
    }

    private static async Task<AnswerState> StateAsync(GciDb db, string question, AnswerRevision? answer, CancellationToken cancel)
    {
        var by = answer is null ? null : await db.Users.Where(user => user.Id == answer.By).Select(user => user.Name).FirstOrDefaultAsync(cancel);
        return new(question, answer?.Revision ?? 0, answer?.Value, answer?.IsNotApplicable ?? false, answer?.Reason, answer?.Comment, by, answer?.At);
    }

    private static string Tag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    private static int? Revision(string? tag) =>
        int.TryParse(tag?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
}
