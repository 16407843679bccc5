using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Submitting;

/// <summary>PDFs for people: where none can be made, the page for problems says what to do instead.</summary>
internal static class PaperRoutes
{
    internal static void MapPapers(this IEndpointRouteBuilder routes)
    {
        var papers = routes.MapGroup("/responses/{id:guid}").RequireAuthorization().ExcludeFromDescription();
        papers.MapGet("/copies/questionnaire.pdf", QuestionnaireAsync);
        papers.MapGet("/receipt.pdf", ReceiptAsync);
    }

    private static async Task<IResult> QuestionnaireAsync(Guid id, string? language, bool? blank, Papers papers, Press press, Visitor visitor, CancellationToken cancel) =>
        await SentAsync(await papers.QuestionnaireAsync(id, Known(language, visitor), blank ?? false, cancel), press, cancel);

    private static async Task<IResult> ReceiptAsync(Guid id, string? language, Papers papers, Press press, Visitor visitor, CancellationToken cancel) =>
        await SentAsync(await papers.ReceiptAsync(id, Known(language, visitor), cancel), press, cancel);

    private static async Task<IResult> SentAsync(Paper? paper, Press press, CancellationToken cancel) => paper is null ? Results.NotFound()
        : await press.DrawAsync(paper.Report, cancel) is { } pdf ? Results.File(pdf, "application/pdf", paper.FileName)
        : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    // A mistyped language is no reason to refuse; the reader's own is taken.
    private static string Known(string? language, Visitor visitor) => visitor.LanguageOf(language, out _) ?? visitor.Language;
}
