using Gci.Data;
using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Gci.Web.Offline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>Where unverified answers would stand. It is no result, and compares with no country.</summary>
/// <param name="IsIllustrative">Whether the edition's weights are illustrative.</param>
/// <param name="Asked">How many questions are asked, as the answers stand.</param>
/// <param name="Answered">How many of them have an answer.</param>
/// <param name="ToConfirm">How many have one from the previous edition that is not confirmed yet; it counts here as if it still held.</param>
/// <param name="Tier">The code of the tier overall; null where the tiers of the edition depend on other countries.</param>
/// <param name="Distance">How far the next tier is, in words.</param>
/// <param name="Pillars">One a pillar, in the edition's order.</param>
public sealed record IndicationState(
    bool IsIllustrative, int Asked, int Answered, int ToConfirm, string? Tier, string? Distance, IReadOnlyList<PillarIndicationState> Pillars);

/// <summary>One pillar of an indication.</summary>
/// <param name="Pillar">The code of the pillar.</param>
/// <param name="Tier">The code of its tier.</param>
/// <param name="Distance">How far the next tier is, in words.</param>
/// <param name="Share">The share of its points, in [0, 1].</param>
/// <param name="Gains">The questions that still have something to earn, the one with most first.</param>
public sealed record PillarIndicationState(string Pillar, string Tier, string Distance, double Share, IReadOnlyList<string> Gains);

/// <summary><c>/api/v1/responses/{id}/indication</c>.</summary>
internal static class IndicationRoutes
{
    internal static void MapIndication(this IEndpointRouteBuilder api) => api.MapGet("/responses/{id:guid}/indication", GetAsync).WithTags("Responses")
        .Operation("getIndication", Scopes.ReadResponses, "The private indication of tier of a private copy")
        .WithDescription("Only for the owner of the copy; a country's own response has none and is answered 404.").Produces<IndicationState>();

    private static async Task<IResult> GetAsync(Guid id, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await IndicationView.FindAsync(db, shelf, visitor.Known, id, cancel) is { } view ? Results.Ok(State(view, visitor)) : Results.NotFound();

    private static IndicationState State(IndicationView view, Visitor visitor) => new(
        view.Opened.Edition.Weights.IsIllustrative, view.Progress.Asked, view.Progress.Answered, view.Progress.ToConfirm,
        view.Indication?.Tier.Tier.Code,
        view.Indication is { } indication ? view.Distance(indication.Tier, indication.Maximum, visitor.Texts) : null,
        [
            .. (view.Indication?.Pillars ?? []).Select(pillar => new PillarIndicationState(
                pillar.Pillar.Code, pillar.Tier.Tier.Code, view.Distance(pillar.Tier, pillar.Pillar.Points, visitor.Texts), pillar.Points / pillar.Pillar.Points,
                [.. pillar.Gains.Select(gain => gain.Question.Code)])),
        ]);
}
