using System.Text.Json.Serialization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Reviews;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>A question on which two reviewers do not agree, and nobody has decided.</summary>
/// <param name="Response">The id of the response.</param>
/// <param name="Country">ISO code of three letters.</param>
/// <param name="Pillar">The code of the pillar.</param>
/// <param name="Question">The code of the question.</param>
/// <param name="First">What the first reviewer found.</param>
/// <param name="Second">What the second reviewer found.</param>
/// <param name="IsMine">Whether the caller decides.</param>
public sealed record DisagreementEntry(
    Guid Response, string Country, string Pillar, string Question, VerdictKind First, VerdictKind Second, [property: JsonPropertyName("mine")] bool IsMine);

/// <summary><c>/api/v1/editions/{edition}/adjudication</c>.</summary>
internal static class AdjudicationRoutes
{
    internal static void MapAdjudication(this IEndpointRouteBuilder api) =>
        api.MapGet("/editions/{edition}/adjudication", ListAsync).WithTags("Review")
            .Operation("listDisagreements", Scopes.ReadResponses, "Where two reviewers do not agree, by country and question")
            .WithDescription("For adjudicators what is theirs to decide; for those who run the edition all but what they judge themselves.")
            .Produces<Slice<DisagreementEntry>>().Refuses("page-limit", "page-after");

    private static async Task<IResult> ListAsync(
        string edition, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat() || !shelf.Has(edition))
        {
            return Results.NotFound();
        }

        var rows = (await Adjudication.ListAsync(db, shelf, visitor.Known, visitor.Language, cancel)).Where(row => row.Response.Edition == edition)
            .Select(row => new DisagreementEntry(row.Response.Id, row.Response.Country, row.Pillar, row.Question, row.First.Kind, row.Second.Kind, row.IsMine)).ToList();
        var (slice, wrong) = Slices.Of(http, window, rows, row => $"{row.Country}-{row.Question}");
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }
}
