using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>Questions to send back to the country.</summary>
/// <param name="Questions">Each with its reason.</param>
public sealed record ReturnBody(ImmutableArray<ReturnItem> Questions);

/// <summary>A question to send back.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Reason">What the country reads; at most 4,000 characters.</param>
/// <param name="Proposal">The answer that the reviewers propose, as text; null where they only ask.</param>
public sealed record ReturnItem(string Question, string Reason, string? Proposal = null);

/// <summary>A question that was sent back.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Round">Which return of the response it belongs to.</param>
/// <param name="Reason">What the country reads.</param>
/// <param name="Proposal">The answer that the reviewers propose; null where they only ask.</param>
/// <param name="Outcome">What the country did with it.</param>
/// <param name="Objection">Why the country stands by its answer.</param>
/// <param name="At">When it was sent back.</param>
public sealed record ReturnedEntry(string Question, int Round, string Reason, string? Proposal, ReturnOutcome Outcome, string? Objection, DateTimeOffset At);

/// <summary>Why an answer stands.</summary>
/// <param name="Why">At most 4,000 characters.</param>
public sealed record ObjectionBody(string? Why = null);

/// <summary>A country to look for in public sources.</summary>
/// <param name="Country">ISO code of three letters.</param>
public sealed record ResearchBody(string Country);

/// <summary>Desk research that was begun.</summary>
/// <param name="Response">The id of the response.</param>
public sealed record ResearchState(Guid Response);

/// <summary><c>/api/v1/responses/{id}/returns</c> and <c>/research</c>: what goes back to the country, and what is offered to it.</summary>
internal static class ReturnRoutes
{
    internal static void MapReturns(this IEndpointRouteBuilder api)
    {
        var returns = api.MapGroup("/responses/{id:guid}/returns").WithTags("Review");
        returns.MapGet("", ListAsync).Operation("listReturned", Scopes.ReadResponses, "The questions that were sent back, the oldest round first").Produces<ImmutableArray<ReturnedEntry>>();
        returns.MapPost("", ReturnAsync).Operation("returnQuestions", Scopes.WriteResponses, "Send questions back to the country")
            .Produces(StatusCodes.Status204NoContent).Refuses("review-not-yours", "review-not-now", "return-nothing", "message-length", "not-an-answer");
        returns.MapPost("/{question}/acceptance", AcceptAsync).Operation("acceptProposal", Scopes.WriteResponses, "Take a proposal of the reviewers over")
            .Produces(StatusCodes.Status204NoContent).Refuses("not-leader", "return-nothing-open", "return-decided", "return-no-proposal", "changed-meanwhile");
        returns.MapPost("/{question}/objection", ObjectAsync).Operation("objectToReturn", Scopes.WriteResponses, "Say why an answer stands")
            .Produces(StatusCodes.Status204NoContent).Refuses("not-leader", "return-nothing-open", "return-decided", "message-length");
        returns.MapPost("/resubmission", ResubmitAsync).Operation("resubmitResponse", Scopes.Submit, "Give everything back to the reviewers")
            .Produces(StatusCodes.Status204NoContent).Refuses("not-leader", "return-nothing-open", "return-undecided");
        returns.MapPost("/end", EndAsync).Operation("endReturn", Scopes.WriteResponses, "End a return before its day")
            .Produces(StatusCodes.Status204NoContent).Refuses("run-not-yours", "return-nothing-open");
        var research = api.MapGroup("/responses/{id:guid}/research").WithTags("Review");
        research.MapPost("/offer", OfferAsync).Operation("offerResearch", Scopes.WriteResponses, "Offer what was found to the country")
            .Produces(StatusCodes.Status204NoContent).Refuses("run-not-yours", "research-not-now");
        research.MapPost("/validation", ValidateAsync).Operation("validateResearch", Scopes.Submit, "Confirm what was found, for the country")
            .Produces(StatusCodes.Status204NoContent).Refuses("not-leader", "research-not-now");
        research.MapPost("/end", EndOfferAsync).Operation("endOffer", Scopes.WriteResponses, "End an offer before its day")
            .Produces(StatusCodes.Status204NoContent).Refuses("run-not-yours", "research-not-now");
        api.MapPost("/editions/{edition}/research", BeginAsync).WithTags("Review").Operation("beginResearch", Scopes.WriteResponses, "Begin desk research for a country that did not submit")
            .Produces<ResearchState>().Refuses("run-not-yours", "research-not-now");
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request)
    {
        if (await request.FindAsync() is not { Response.Kind: ResponseKind.National } opened || !opened.Pages().Any())
        {
            return Results.NotFound();
        }

        var seen = opened.Pages().SelectMany(page => page.Questions()).Select(question => question.Code).Where(opened.Sight.Reads).ToHashSet(StringComparer.Ordinal);
        var rows = await request.Db.Returned.AsNoTracking().Where(row => row.ResponseId == request.Id).OrderBy(row => row.Round).ThenBy(row => row.Question).ToListAsync(request.Cancel);
        return Results.Ok(rows.Where(row => seen.Contains(row.Question)).Select(row => new ReturnedEntry(row.Question, row.Round, row.Reason, row.Value, row.Outcome, row.Objection, row.At)));
    }

    private static async Task<IResult> ReturnAsync([AsParameters] ResponseRequest request, ReturnBody body, Returning returning) =>
        await ReviewRoutes.OpenedAsync(request) is not { } opened ? Results.NotFound()
        : await returning.ReturnAsync(opened, [.. body.Questions.Select(item => new ReturnDraft(item.Question, item.Reason, item.Proposal is null ? null : new(item.Proposal)))], request.Cancel) is { } refusal
            ? ProblemAnswers.Invalid(request.Visitor.Texts, refusal, opened.Edition) : Results.NoContent();

    private static Task<IResult> AcceptAsync([AsParameters] ResponseRequest request, string question, Returning returning) =>
        ForCountryAsync(request, opened => returning.AcceptAsync(opened, question, request.Cancel));

    private static Task<IResult> ObjectAsync([AsParameters] ResponseRequest request, string question, ObjectionBody body, Returning returning) =>
        ForCountryAsync(request, opened => returning.ObjectAsync(opened, question, body.Why, request.Cancel));

    private static Task<IResult> ResubmitAsync([AsParameters] ResponseRequest request, Returning returning) => ForCountryAsync(request, opened => returning.ResubmitAsync(opened, request.Cancel));

    private static Task<IResult> EndAsync([AsParameters] ResponseRequest request, Returning returning) => ForStaffAsync(request, opened => returning.EndAsync(opened, request.Cancel));

    private static Task<IResult> OfferAsync([AsParameters] ResponseRequest request, Researching research) => ForStaffAsync(request, opened => research.OfferAsync(opened, request.Cancel));

    private static Task<IResult> EndOfferAsync([AsParameters] ResponseRequest request, Researching research) => ForStaffAsync(request, opened => research.EndOfferAsync(opened, request.Cancel));

    private static Task<IResult> ValidateAsync([AsParameters] ResponseRequest request, Researching research) => ForCountryAsync(request, opened => research.ValidateAsync(opened, request.Cancel));

    private static async Task<IResult> BeginAsync(string edition, ResearchBody body, EditionShelf shelf, Visitor visitor, Researching research, CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat() || !shelf.Has(edition))
        {
            return Results.NotFound();
        }

        var (response, refusal) = await research.BeginAsync(visitor.Known, shelf.Edition(edition), body.Country, cancel);
        return response is { } begun ? Results.Ok(new ResearchState(begun)) : ProblemAnswers.Refused(visitor.Texts, refusal!);
    }

    // A private copy has no review, and looks as if the address were wrong.
    private static async Task<IResult> ForCountryAsync(ResponseRequest request, Func<OpenedResponse, Task<Refusal?>> change) =>
        await request.FindAsync() is { Response.Kind: ResponseKind.National } opened && opened.Pages().Any() ? ReviewRoutes.Answered(request, await change(opened)) : Results.NotFound();

    private static async Task<IResult> ForStaffAsync(ResponseRequest request, Func<OpenedResponse, Task<Refusal?>> change) =>
        await ReviewedResponse.FindAsync(request.Db, request.Shelf, request.Visitor.Known, request.Id, request.Cancel) is { } opened ? ReviewRoutes.Answered(request, await change(opened)) : Results.NotFound();
}
