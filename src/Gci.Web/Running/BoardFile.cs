using System.Globalization;
using Gci.Data;
using Gci.Editions.Answers;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Running;

/// <summary><c>/editions/{edition}/countries.csv</c>: the board as a file, sorted by code.</summary>
internal static class BoardFile
{
    internal static void MapRunning(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/editions/{edition}/countries.csv", GetAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        string edition, string? region, string? state, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is { } opened
            ? CsvFile.Of(Text(await CountryBoard.LoadAsync(db, opened, visitor.Language, cancel), BoardFilters.Of(region, state)), $"gci-{edition}-countries.csv")
            : Results.NotFound();

    internal static string Text(CountryBoard board, BoardFilter filter)
    {
        var csv = new CsvText().Row("iso3", "name", "region", "state", "asked", "answered", "to_confirm", "judged", "due", "extended_until", "submitted", "focal_point", "response");
        foreach (var row in board.Of(filter).OrderBy(row => row.Country, StringComparer.Ordinal))
        {
            csv.Row(
                row.Country, row.Name, row.Region, CountryRow.WordOf(row.State), Number(row.Progress?.Asked), Number(row.Progress?.Answered), Number(row.Progress?.ToConfirm),
                Number(row.Judged), CsvFile.Time(row.Due), CsvFile.Time(row.ExtendedUntil), CsvFile.Time(row.Response?.SubmittedAt), row.HasFocalPoint ? "yes" : "no", row.Response?.Id.ToString() ?? "");
        }

        return csv.ToString();
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

internal static class BoardFilters
{
    /// <summary>What an address asks for; words that name nothing are no filter.</summary>
    internal static BoardFilter Of(string? region, string? state) => new(string.IsNullOrEmpty(region) ? null : region, CountryRow.StateOf(state));
}
