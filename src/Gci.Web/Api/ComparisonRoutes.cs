using System.ComponentModel;
using Gci.Reports.Changes;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Gci.Web.Comparing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary><c>/api/v1/editions/{edition}/changes</c>: what changed since another edition.</summary>
internal static class ComparisonRoutes
{
    internal static void MapComparisons(this IEndpointRouteBuilder api) =>
        api.MapGet("/editions/{edition}/changes", Get).WithTags("Editions").Operation("getChanges", scope: null, "What changed between two editions")
            .WithDescription("Questions word by word, weights, credits, tiers, levels, the method and the countries. What reviewers look for is told to the secretariat only.")
            .Produces<ChangesDocument>().Refuses("language-unknown", "not-found");

    private static IResult Get(
        [Description("The edition's id, such as 2026.")] string edition, Comparisons comparisons, EditionShelf shelf, Visitor visitor,
        [Description("The id of the edition before; where it is left out, the one that this edition derives from, or the one before it.")] string? from = null,
        [Description("ar, en, es, fr, ru or zh; the reader's own where it is left out.")] string? language = null) =>
        visitor.LanguageOf(language, out var refusal) is not { } spoken ? ProblemAnswers.Refused(visitor.Texts, refusal!)
        : comparisons.Of(edition, from, visitor.Known, shelf.In(spoken).Anew()) is { } comparison ? Results.Ok(ChangesDocument.Of(comparison))
        : Results.NotFound();
}
