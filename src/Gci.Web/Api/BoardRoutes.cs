using System.ComponentModel;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Api.Description;
using Gci.Web.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>How far a country is with an edition.</summary>
/// <param name="Country">The ISO code of three letters.</param>
/// <param name="Name">Its name in the caller's language.</param>
/// <param name="Region">The code of its region.</param>
/// <param name="State">Not started as long as nothing was answered or confirmed.</param>
/// <param name="Response">The id of its response; null where it has not begun.</param>
/// <param name="Asked">How many questions are asked; null where that does not matter any more, as the two below.</param>
/// <param name="Answered">How many of them have an answer.</param>
/// <param name="ToConfirm">How many have one from the previous edition that nobody confirmed yet.</param>
/// <param name="Judged">How many questions a reviewer has judged; null before submission and after the review.</param>
/// <param name="Due">When what the country has to do must be done; null where nothing is with it.</param>
/// <param name="ExtendedUntil">Until when it may answer although answering ends for the others; null without an extension.</param>
/// <param name="SubmittedAt">When it submitted; null before.</param>
/// <param name="HasFocalPoint">Whether somebody leads its answers.</param>
public sealed record CountryState(
    string Country, string Name, string Region, ResponseState State, Guid? Response, int? Asked, int? Answered, int? ToConfirm, int? Judged, DateTimeOffset? Due,
    DateTimeOffset? ExtendedUntil, DateTimeOffset? SubmittedAt, bool HasFocalPoint)
{
    internal static CountryState Of(CountryRow row) => new(
        row.Country, row.Name, row.Region, row.State, row.Response?.Id, row.Progress?.Asked, row.Progress?.Answered, row.Progress?.ToConfirm, row.Judged, row.Due,
        row.ExtendedUntil, row.Response?.SubmittedAt, row.HasFocalPoint);
}

/// <summary>More time for a country.</summary>
/// <param name="Until">Until when it may answer.</param>
public sealed record ExtensionBody(DateTimeOffset Until);

/// <summary><c>/api/v1/editions/{edition}/run/countries</c>, for the secretariat.</summary>
internal static class BoardRoutes
{
    internal static void MapBoard(this IEndpointRouteBuilder api)
    {
        var countries = api.MapGroup("/editions/{edition}/run/countries").WithTags("Running");
        countries.MapGet("", ListAsync).Operation("listCountryStates", Scopes.ReadEditions, "How far every country is, by its code").Produces<Slice<CountryState>>();
        countries.MapPut("/{country}/extension", ExtendAsync).Operation("extendCountry", Scopes.RunEditions, "Let a country answer longer than the others")
            .WithDescription("Where the country has not begun, its response is opened in its name. Its focal points get a mail.").Produces<CountryState>()
            .Refuses("run-not-yours", "not-run", "extension-not-now", "extension-past");
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] RunRequest request, [AsParameters] Window window, [Description("Only this region, by its code.")] string? region = null,
        [Description("Only countries in this state, such as no-reply.")] string? state = null)
    {
        if (await request.FindAsync() is not { } opened)
        {
            return Results.NotFound();
        }

        var board = await CountryBoard.LoadAsync(request.Db, opened, request.Visitor.Language, request.Cancel);
        var rows = board.Of(BoardFilters.Of(region, state)).OrderBy(row => row.Country, StringComparer.Ordinal).Select(CountryState.Of).ToList();
        var (slice, wrong) = Slices.Of(request.Http, window, rows, row => row.Country);
        return slice is null ? request.Refused(wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> ExtendAsync(
        [AsParameters] RunRequest request, [FromRoute, Description("The ISO code of three letters.")] string country, ExtensionBody body)
    {
        if (await request.FindAsync() is not { } opened || !opened.Edition.Countries.ContainsKey(country))
        {
            return Results.NotFound();
        }

        if (await request.Changes.ExtendAsync(opened.Actor, opened.Edition, country, body.Until.ToUniversalTime(), request.Cancel) is { } refusal)
        {
            return request.Refused(refusal);
        }

        var board = await CountryBoard.LoadAsync(request.Db, opened, request.Visitor.Language, request.Cancel);
        return Results.Ok(CountryState.Of(board.All.Single(row => row.Country == country)));
    }
}
