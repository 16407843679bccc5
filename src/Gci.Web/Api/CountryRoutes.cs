using System.ComponentModel;
using Gci.Editions.Methodology;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>A country as editions know it.</summary>
/// <param name="Code">The ISO 3166 code of three letters.</param>
/// <param name="Iso2">The ISO 3166 code of two letters.</param>
/// <param name="M49">The number of the United Nations' M49 list, with three digits.</param>
/// <param name="Name">The name in the language that was asked for, in English where there is none.</param>
/// <param name="Region">The code of the region that the country belongs to in the edition.</param>
public sealed record CountryEntry(string Code, string Iso2, string M49, string Name, string Region);

/// <summary><c>/api/v1/countries</c>.</summary>
internal static class CountryRoutes
{
    internal static void MapCountries(this IEndpointRouteBuilder api) => api.MapGet("/countries", List)
        .PublicOperation("listCountries", "The countries of an edition").WithTags("Editions").Produces<Slice<CountryEntry>>().Refuses("not-found", "language-unknown");

    private static IResult List(
        EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window,
        [Description("The edition whose countries are listed; the newest where it is left out.")] string? edition = null,
        [Description("The language of the names: ar, en, es, fr, ru or zh; the reader's own where it is left out.")] string? language = null)
    {
        if (visitor.LanguageOf(language, out var refusal) is not { } spoken)
        {
            return ProblemAnswers.Refused(visitor.Texts, refusal!);
        }

        if ((edition is null ? shelf.Editions.LastOrDefault() : shelf.Editions.FirstOrDefault(known => known.Id == edition)) is not { } found)
        {
            return Results.NotFound();
        }

        var countries = found.Countries.Values.Select(country => Entry(country, found.RegionOf(country.Iso3).Code, spoken)).ToList();
        var (slice, wrong) = Slices.Of(http, window, countries, country => country.Code);
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }

    private static CountryEntry Entry(Country country, string region, string language) =>
        new(country.Iso3, country.Iso2, country.M49, country.NameIn(language), region);
}
