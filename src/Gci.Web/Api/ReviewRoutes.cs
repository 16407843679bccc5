using System.ComponentModel;
using System.Globalization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary><c>/api/v1/responses/{id}/review</c>: verdicts on answers and on evidence. For the country it does not exist.</summary>
internal static class ReviewRoutes
{
    internal static void MapReviews(this IEndpointRouteBuilder api)
    {
        var review = api.MapGroup("/responses/{id:guid}/review").WithTags("Review");
        review.MapGet("", ListAsync).Operation("listReview", Scopes.ReadResponses, "Where the review of each question stands")
            .WithDescription("Of two reviewers who judge the same pillar neither sees what the other found before both have judged.")
            .Produces<Slice<ReviewEntry>>().Refuses("page-limit", "page-after");
        review.MapGet("/{question}", GetAsync).Operation("getReview", Scopes.ReadResponses, "Where the review of a question stands").Produces<ReviewEntry>();
        review.MapPut("/{question}", PutAsync).Operation("saveVerdict", Scopes.WriteResponses, "Give a verdict on an answer, from the seat that one has")
            .Produces<VerdictState>().Tagged("The revision of the verdict, which If-Match takes.")
            .Refuses("if-match", "review-not-yours", "review-not-now", "verdict-changed", "verdict-without-answer", "verdict-proven", "verdict-note", "not-an-answer");
        review.MapPut("/evidence/{evidence:guid}", FindingAsync).Operation("saveEvidenceFinding", Scopes.WriteResponses, "Say what is found about a piece of evidence")
            .Produces(StatusCodes.Status204NoContent).Refuses("review-not-yours", "review-not-now", "verdict-note");
        review.MapPost("/closing", CloseAsync).Operation("closeReview", Scopes.WriteResponses, "Close the review of a response")
            .Produces(StatusCodes.Status204NoContent).Refuses("review-not-yours", "review-not-now", "review-not-settled");
        review.MapPost("/reopening", ReopenAsync).Operation("reopenReview", Scopes.WriteResponses, "Take a closed review up again, as long as nothing is frozen")
            .Produces(StatusCodes.Status204NoContent).Refuses("run-not-yours", "review-not-now");
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request, [AsParameters] Window window)
    {
        if (await ContentAsync(request) is not { } content)
        {
            return Results.NotFound();
        }

        var (slice, wrong) = Slices.Of(request.Http, window, [.. content.Lines.Select(line => ReviewEntry.Of(line, content))], entry => entry.Question);
        return slice is null ? request.Refused(wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> GetAsync([AsParameters] ResponseRequest request, string question) =>
        await ContentAsync(request) is { } content && content.Lines.FirstOrDefault(line => line.Code == question) is { } line ? Results.Ok(ReviewEntry.Of(line, content)) : Results.NotFound();

    private static async Task<IResult> PutAsync(
        [AsParameters] ResponseRequest request, string question, VerdictBody body,
        [FromHeader(Name = "If-Match"), Description("The revision of one's last verdict that was seen, such as \"1\"; \"0\" where there was none.")] string? seen)
    {
        if (await OpenedAsync(request) is not { } opened || opened.Edition.QuestionOf(question) is not { } asked)
        {
            return Results.NotFound();
        }

        if (ResponseRequest.Revision(seen) is not { } revision)
        {
            return request.Refused(new("if-match"));
        }

        var outcome = (await request.Db.JudgeAsync(opened, asked, new(body.Kind, body.Proven, body.Note), revision, request.Clock, request.Cancel))!;
        if (outcome.Refusal is { } refusal)
        {
            return ProblemAnswers.Invalid(request.Visitor.Texts, refusal, opened.Edition);
        }

        request.Http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{outcome.Value!.Revision}\"");
        return Results.Ok(VerdictState.Of(outcome.Value, opened.Actor.Name));
    }

    private static async Task<IResult> FindingAsync([AsParameters] ResponseRequest request, Guid evidence, EvidenceFindingBody body) =>
        await OpenedAsync(request) is not { } opened
            || await request.Db.Present(request.Id).AsNoTracking().FirstOrDefaultAsync(item => item.Id == evidence, request.Cancel) is not { } item ? Results.NotFound()
        : Answered(request, (await request.Db.JudgeEvidenceAsync(opened, item, body.AsFinding(), request.Clock, request.Cancel))?.Refusal);

    private static async Task<IResult> CloseAsync([AsParameters] ResponseRequest request) =>
        await OpenedAsync(request) is { } opened ? Answered(request, await request.Db.CloseReviewAsync(opened, request.Clock, request.Cancel)) : Results.NotFound();

    private static async Task<IResult> ReopenAsync([AsParameters] ResponseRequest request) =>
        await OpenedAsync(request) is { } opened ? Answered(request, await request.Db.ReopenReviewAsync(opened, request.Clock, request.Cancel)) : Results.NotFound();

    internal static IResult Answered(ResponseRequest request, Refusal? refusal) => refusal is null ? Results.NoContent() : request.Refused(refusal);

    // What a country has not submitted is not reviewed, and looks as if it were not there.
    internal static async Task<OpenedResponse?> OpenedAsync(ResponseRequest request) =>
        await ReviewedResponse.FindAsync(request.Db, request.Shelf, request.Visitor.Known, request.Id, request.Cancel) is { } opened && opened.Pages().Any() ? opened : null;

    private static Task<ReviewContent?> ContentAsync(ResponseRequest request) =>
        ReviewContent.FindAsync(request.Db, request.Shelf, request.Visitor.Known, request.Id, request.Visitor.Language, request.Cancel);
}
