using System.ComponentModel;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions.Answers;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Gci.Web.Freezing;
using Gci.Web.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>The step that two persons take next.</summary>
/// <param name="Step">freeze, publish or correct; null where the state of the run leads to none.</param>
/// <param name="Hash">What is proposed and confirmed; null where nothing can be.</param>
/// <param name="Proposal">Null where nobody proposed it.</param>
/// <param name="Counted">The countries whose answers a snapshot would hold.</param>
/// <param name="LeftOut">The countries whose review is not closed.</param>
public sealed record DecisionState(RunStep? Step, string? Hash, ProposalState? Proposal, IReadOnlyList<CountedState> Counted, IReadOnlyList<LeftOutState> LeftOut);

/// <summary>A proposal that waits for a second person.</summary>
/// <param name="By">The name of who proposed it.</param>
/// <param name="At">When it was proposed.</param>
/// <param name="Hash">What it was made for; where it is not the present one, the answers have changed since.</param>
/// <param name="Note">What the public is to read about a correction.</param>
public sealed record ProposalState(string? By, DateTimeOffset At, string Hash, string? Note);

/// <summary>A country whose answers count.</summary>
/// <param name="Country">Its ISO code of three letters.</param>
/// <param name="Source">How its answers came about.</param>
/// <param name="Answers">How many answers count.</param>
/// <param name="Open">How many do not count because no verdict settles them.</param>
public sealed record CountedState(string Country, AnswerSource Source, int Answers, int Open);

/// <summary>A country whose answers do not count.</summary>
/// <param name="Country">Its ISO code of three letters.</param>
/// <param name="State">The state of its response; null where it has none.</param>
public sealed record LeftOutState(string Country, ResponseState? State);

/// <summary>What somebody decides on.</summary>
/// <param name="Step">freeze, publish or correct.</param>
/// <param name="Hash">What the person was shown.</param>
/// <param name="Note">What the public reads about a correction.</param>
public sealed record DecisionBody(RunStep Step, string Hash, string? Note = null);

/// <summary><c>/api/v1/editions/{edition}/decision</c> and <c>/snapshots</c>: freezing, publishing and correcting by two persons.</summary>
internal static class FreezeRoutes
{
    private const string TheEdition = "The edition's id, such as 2026.";

    internal static void MapFreezing(this IEndpointRouteBuilder api)
    {
        var edition = api.MapGroup("/editions/{edition}").WithTags("Freezing");
        edition.MapGet("/decision", GetAsync).Operation("getDecision", Scopes.ReadEditions, "What two persons decide on next").Produces<DecisionState>();
        edition.MapPost("/decision/proposal", ProposeAsync).Operation("proposeDecision", Scopes.RunEditions, "Propose to freeze, publish or correct").Produces(StatusCodes.Status204NoContent)
            .WithDescription("The hash is that of what was shown; where anything changed since, nothing is proposed.")
            .Refuses("not-run", "run-not-now", "run-needs-one", "run-changed-since", "run-note", "freeze-nothing", "snapshot-definition", "snapshot-damaged");
        edition.MapDelete("/decision/proposal", WithdrawAsync).Operation("withdrawDecision", Scopes.RunEditions, "Take a proposal back").Produces(StatusCodes.Status204NoContent)
            .Refuses("not-run", "run-nothing-proposed");
        edition.MapPost("/decision/confirmation", ConfirmAsync).Operation("confirmDecision", Scopes.RunEditions, "Confirm what another person proposed").Produces(StatusCodes.Status204NoContent)
            .Refuses("not-run", "run-not-now", "run-nothing-proposed", "run-second-person", "run-changed-since", "freeze-nothing", "snapshot-definition", "snapshot-damaged");
        edition.MapGet("/snapshots", ListAsync).Operation("listSnapshots", Scopes.ReadEditions, "The snapshots of an edition, the last one first").Produces<IReadOnlyList<SnapshotRow>>();
        edition.MapGet("/snapshots/{number:int}/answers.csv", SnapshotFiles.AnswersAsync).Operation("getSnapshotAnswers", Scopes.ReadEditions, "The answers of a snapshot as CSV")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
        edition.MapGet("/snapshots/{number:int}/sources.csv", SnapshotFiles.SourcesAsync).Operation("getSnapshotSources", Scopes.ReadEditions, "How each country's answers came about, as CSV")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> GetAsync([Description(TheEdition)] string edition, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        if (await StepView.LoadAsync(db, shelf, visitor.Known, edition, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        var answers = view.Content?.Answers;
        return Results.Ok(new DecisionState(
            view.Step,
            view.Content is { Refusal: null } content ? content.Hash : null,
            view.Run.Proposed is null ? null : new(view.ProposedBy, view.Run.ProposedAt!.Value, view.Run.ProposedContent!, view.Run.ProposedNote),
            [.. (answers?.Counted ?? []).Select(country => new CountedState(country.Country, country.Source, country.Answers, country.Open))],
            [.. (answers?.LeftOut ?? []).Select(country => new LeftOutState(country.Country, country.State))]));
    }

    private static Task<IResult> ProposeAsync(
        [Description(TheEdition)] string edition, DecisionBody body, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel) => DecideAsync(
        edition, db, shelf, visitor, opened => db.ProposeAsync(visitor.Known, opened.Edition, body.Step, body.Hash, body.Note, clock, cancel), cancel);

    private static Task<IResult> ConfirmAsync(
        [Description(TheEdition)] string edition, DecisionBody body, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel) => DecideAsync(
        edition, db, shelf, visitor, opened => db.ConfirmAsync(visitor.Known, opened.Edition, body.Step, body.Hash, clock, cancel), cancel);

    private static Task<IResult> WithdrawAsync([Description(TheEdition)] string edition, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel) => DecideAsync(
        edition, db, shelf, visitor, opened => db.WithdrawAsync(visitor.Known, edition, clock, cancel), cancel);

    private static async Task<IResult> ListAsync([Description(TheEdition)] string edition, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is { IsRunBy: true } ? Results.Ok(await SnapshotRow.LoadAsync(db, edition, cancel)) : Results.NotFound();

    private static async Task<IResult> DecideAsync(
        string edition, GciDb db, EditionShelf shelf, Visitor visitor, Func<OpenedRun, Task<StepOutcome>> decide, CancellationToken cancel) =>
        await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { IsRunBy: true } opened ? Results.NotFound()
        : (await decide(opened)).Refusal is { } refusal ? ProblemAnswers.Refused(visitor.Texts, refusal)
        : Results.NoContent();
}
