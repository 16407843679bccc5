using Gci.Reports.Changes;
using Gci.Web.Accounts;
using Gci.Web.Offline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Comparing;

/// <summary><c>/editions/{edition}/changes.pdf</c>, <c>.xlsx</c> and <c>.csv</c>: what changed between two editions, to be kept.</summary>
internal static class ComparisonDownloads
{
    internal static IServiceCollection AddComparing(this IServiceCollection services) => services.AddSingleton<Comparisons>();

    internal static void MapComparing(this IEndpointRouteBuilder routes)
    {
        var editions = routes.MapGroup("/editions/{edition}").RequireAuthorization().ExcludeFromDescription();
        editions.MapGet("/changes.pdf", PdfAsync);
        editions.MapGet("/changes.xlsx", Workbook);
        editions.MapGet("/changes.csv", Csv);
    }

    private static async Task<IResult> PdfAsync(string edition, string? from, string? language, Comparisons comparisons, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        Find(edition, from, language, comparisons, shelf, visitor) is not { } comparison ? Results.NotFound()
        : await comparisons.PdfAsync(comparison, cancel) is { } pdf ? Results.File(pdf, "application/pdf", Named(comparison, "pdf"))
        : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static IResult Workbook(string edition, string? from, string? language, Comparisons comparisons, EditionShelf shelf, Visitor visitor) =>
        Find(edition, from, language, comparisons, shelf, visitor) is { } comparison
            ? Results.File(Comparisons.Workbook(comparison), CopyDownloads.ContentType, Named(comparison, "xlsx")) : Results.NotFound();

    private static IResult Csv(string edition, string? from, string? language, Comparisons comparisons, EditionShelf shelf, Visitor visitor) =>
        Find(edition, from, language, comparisons, shelf, visitor) is { } comparison ? CsvFile.Of(ChangesCsv.Text(comparison), Named(comparison, "csv")) : Results.NotFound();

    // A mistyped language is no reason to refuse; the reader's own is taken.
    private static EditionComparison? Find(string edition, string? from, string? language, Comparisons comparisons, EditionShelf shelf, Visitor visitor) =>
        comparisons.Of(edition, from, visitor.Known, shelf.In(visitor.LanguageOf(language, out _) ?? visitor.Language).Anew());

    private static string Named(EditionComparison comparison, string kind) => $"gci-changes-{comparison.Before.Id}-{comparison.After.Id}-{comparison.Language}.{kind}";
}
