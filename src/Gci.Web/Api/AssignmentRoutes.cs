using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>Who judges a pillar of a response.</summary>
/// <param name="Pillar">The code of the pillar.</param>
/// <param name="Seat">From which place.</param>
/// <param name="Reviewer">The id of the person's account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="At">Since when.</param>
public sealed record AssignmentEntry(string Pillar, ReviewSeat Seat, Guid Reviewer, string? Name, DateTimeOffset At);

/// <summary>Who is to judge a pillar.</summary>
/// <param name="Reviewer">The id of an account of the secretariat; null takes the seat away.</param>
public sealed record AssignmentBody(Guid? Reviewer);

/// <summary>Countries to spread evenly over reviewers.</summary>
/// <param name="Countries">ISO codes of three letters.</param>
/// <param name="Reviewers">Ids of accounts of the secretariat.</param>
/// <param name="HasSecond">Whether each country has two reviewers, who judge alone.</param>
public sealed record SpreadBody(ImmutableArray<string> Countries, ImmutableArray<Guid> Reviewers, [property: System.Text.Json.Serialization.JsonPropertyName("second")] bool HasSecond = false);

/// <summary>What was spread.</summary>
/// <param name="Countries">How many countries were given to somebody.</param>
public sealed record SpreadState(int Countries);

/// <summary>How far first and second reviewers agree.</summary>
/// <param name="Pillar">The code of the pillar; null for all.</param>
/// <param name="Pairs">How many answers both have judged alone.</param>
/// <param name="Agreed">How many of them alike.</param>
/// <param name="Observed">Their share; null where there are none.</param>
/// <param name="Kappa">Cohen's kappa; null where it is not defined.</param>
public sealed record AgreementEntry(string? Pillar, int Pairs, int Agreed, double? Observed, double? Kappa);

/// <summary><c>/api/v1/responses/{id}/assignments</c>, and what concerns the reviewers of an edition.</summary>
internal static class AssignmentRoutes
{
    internal static void MapAssignments(this IEndpointRouteBuilder api)
    {
        var assignments = api.MapGroup("/responses/{id:guid}/assignments").WithTags("Review");
        assignments.MapGet("", ListAsync).Operation("listAssignments", Scopes.ReadResponses, "Who judges which pillar of a response").Produces<ImmutableArray<AssignmentEntry>>();
        assignments.MapPut("/{pillar}/{seat}", PutAsync).Operation("assignReviewer", Scopes.WriteResponses, "Give a pillar to a reviewer, or to nobody")
            .Produces(StatusCodes.Status204NoContent).Refuses("run-not-yours", "reviewer-unsuitable", "reviewer-twice");
        var edition = api.MapGroup("/editions/{edition}").WithTags("Review");
        edition.MapPost("/assignments", SpreadAsync).Operation("spreadCountries", Scopes.WriteResponses, "Spread countries evenly over reviewers")
            .WithDescription("Each country with all its pillars. Seats that are taken stay as they are.").Produces<SpreadState>().Refuses("run-not-yours", "spread-nothing", "reviewer-unsuitable");
        edition.MapGet("/agreement", AgreementAsync).Operation("getAgreement", Scopes.ReadResponses, "How far reviewers agree, by pillar and in all").Produces<ImmutableArray<AgreementEntry>>();
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request)
    {
        if (await ReviewedResponse.FindAsync(request.Db, request.Shelf, request.Visitor.Known, request.Id, request.Cancel) is not { } opened)
        {
            return Results.NotFound();
        }

        var rows = await ReviewRows.LoadAsync(request.Db, opened, request.Cancel);
        return Results.Ok(rows.Assignments.OrderBy(row => row.Pillar, StringComparer.Ordinal).ThenBy(row => row.Seat)
            .Select(row => new AssignmentEntry(row.Pillar, row.Seat, row.ReviewerId, rows.People.GetValueOrDefault(row.ReviewerId)?.Name, row.At)));
    }

    private static async Task<IResult> PutAsync([AsParameters] ResponseRequest request, string pillar, string seat, AssignmentBody body, Assigning assigning) =>
        await ReviewedResponse.FindAsync(request.Db, request.Shelf, request.Visitor.Known, request.Id, request.Cancel) is not { } opened
            || ReviewWords.SeatOf(seat) is not { } place || opened.Edition.Questionnaire!.Sections.All(section => section.Pillar != pillar) ? Results.NotFound()
        : ReviewRoutes.Answered(request, await assigning.AssignAsync(opened, pillar, place, body.Reviewer, request.Cancel));

    private static async Task<IResult> SpreadAsync(string edition, SpreadBody body, EditionShelf shelf, Visitor visitor, Assigning assigning, CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat() || !shelf.Has(edition))
        {
            return Results.NotFound();
        }

        var (countries, refusal) = visitor.Known.Role == Role.Reviewer ? (0, new Refusal("run-not-yours"))
            : await assigning.SpreadAsync(visitor.Known, shelf.Edition(edition), body.Countries, body.Reviewers, body.HasSecond ? [ReviewSeat.First, ReviewSeat.Second] : [ReviewSeat.First], cancel);
        return refusal is null ? Results.Ok(new SpreadState(countries)) : ProblemAnswers.Refused(visitor.Texts, refusal);
    }

    private static async Task<IResult> AgreementAsync(string edition, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat() || !shelf.Has(edition))
        {
            return Results.NotFound();
        }

        var found = await Agreement.LoadAsync(db, shelf.Edition(edition), cancel);
        return Results.Ok(found.Pillars.Select(pillar => ((string?)pillar.Pillar, pillar.Kappa)).Append((null, found.All))
            .Select(row => new AgreementEntry(row.Item1, row.Item2.Pairs, row.Item2.Agreed, row.Item2.Observed, row.Item2.Kappa)));
    }
}
