using System.Globalization;
using System.Text.Json.Serialization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>One answer as programs and the page's script send it.</summary>
/// <param name="Value">The answer as text; null for none.</param>
public sealed record AnswerBody(
    string? Value,
    [property: JsonPropertyName("notApplicable")] bool IsNotApplicable,
    string? Reason,
    string? Comment);

/// <summary>An answer as it stands.</summary>
/// <param name="Revision">0 where the question was never answered.</param>
public sealed record AnswerState(string Question, int Revision, string? Value, [property: JsonPropertyName("notApplicable")] bool IsNotApplicable, string? Reason, string? Comment, string? By, DateTimeOffset? At);

/// <summary><c>/api/v1/responses/{id}/answers/{question}</c>.</summary>
internal static class AnswerRoutes
{
    internal static void MapAnswers(this IEndpointRouteBuilder api)
    {
        var answers = api.MapGroup("/responses/{id:guid}/answers/{question}").WithTags("Answers");
        answers.MapGet("", GetAsync).Operation("getAnswer", Scopes.ReadResponses, "The answer to a question as it stands");
        answers.MapPut("", PutAsync).Operation("saveAnswer", Scopes.WriteResponses, "Save the answer to a question");
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
        [FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken cancel)
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

        if (Revision(http.Request.Headers.IfMatch) is not { } revision)
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
        return Task.FromResult(Results.Ok(new { revision = answer.Revision, savedAt = answer.At, auditSequence = answer.AuditSequence }));
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
