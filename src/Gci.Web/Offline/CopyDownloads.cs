using Gci.Data;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Offline;

/// <summary><c>/responses/{id}/copies/questionnaire.xlsx</c>: the questionnaire with its answers, to be filled in anywhere.</summary>
internal static class CopyDownloads
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static void MapCopyDownloads(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/responses/{id:guid}/copies/questionnaire.xlsx", GetAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> GetAsync(Guid id, string? language, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is { } opened
            ? await FileAsync(db, shelf, opened, language ?? visitor.Language, cancel)
            : Results.NotFound();

    /// <summary>The workbook, in English where the language is not one of the six.</summary>
    internal static async Task<IResult> FileAsync(GciDb db, EditionShelf shelf, OpenedResponse opened, string language, CancellationToken cancel)
    {
        var known = Languages.IsKnown(language) ? language : Languages.Source;
        var copy = (await PresentAnswers.LoadAsync(db, opened, cancel)).CopyFor(opened, shelf, known);
        using var content = new MemoryStream();
        QuestionnaireWorkbook.Write(content, copy);
        return Results.File(content.ToArray(), ContentType, $"gci-{opened.Edition.Id}-{opened.Response.Country}-{known}.xlsx");
    }
}
