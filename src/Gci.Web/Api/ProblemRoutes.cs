using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>One code of the catalogue of problems.</summary>
/// <param name="Code">Stable for ever.</param>
/// <param name="Status">The HTTP status that comes with it.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Detail">The sentence, with the names of its values in braces.</param>
/// <param name="Type">The address of the page that explains it, and the type of the problem.</param>
public sealed record ProblemEntry(string Code, int Status, string Title, string Detail, string Type);

/// <summary><c>/api/v1/problems</c>.</summary>
internal static class ProblemRoutes
{
    internal static void MapProblems(this IEndpointRouteBuilder api) => api.MapGet("/problems", List)
        .PublicOperation("listProblems", "Every code that an error can carry").WithTags("Problems").Produces<Slice<ProblemEntry>>();

    private static IResult List(Visitor visitor, HttpContext http, [AsParameters] Window window)
    {
        var entries = ProblemCatalogue.Codes.Select(code => ProblemCatalogue.Entry(code, visitor.Texts)).ToList();
        var (slice, wrong) = Slices.Of(http, window, entries, entry => entry.Code);
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }
}
