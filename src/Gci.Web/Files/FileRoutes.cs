using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Files;

/// <summary><c>/responses/{id}/files/{file}</c> for people, the same below <c>/api/v1</c> for programs.</summary>
internal static class FileRoutes
{
    internal static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/responses/{id:guid}/files/{file:guid}", ForPeopleAsync).RequireAuthorization().ExcludeFromDescription();

    internal static void MapFilesForPrograms(this IEndpointRouteBuilder api) => api.MapGet("/responses/{id:guid}/files/{file:guid}", ForProgramsAsync)
        .Operation("getFile", Scopes.ReadResponses, "The content of a file that is evidence").WithTags("Evidence")
        .WithDescription("Always sent as an attachment, never to be opened as a page.")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Refuses("file-waiting", "file-withheld");

    private static async Task<IResult> ForPeopleAsync(
        Guid id, Guid file, GciDb db, EditionShelf shelf, Visitor visitor, IFileStore store, FilesHost host, HttpContext http, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || await FileDownload.FindAsync(db, opened, file, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        return FileDownload.WhyNot(found) is not null ? Results.StatusCode(StatusCodes.Status423Locked)
            : host.AddressOf(found.Id) is { } elsewhere ? Results.Redirect(elsewhere)
            : await FileDownload.SendAsync(found, store, http, cancel);
    }

    private static async Task<IResult> ForProgramsAsync(
        Guid id, Guid file, GciDb db, EditionShelf shelf, Visitor visitor, IFileStore store, HttpContext http, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || await FileDownload.FindAsync(db, opened, file, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        return FileDownload.WhyNot(found) is { } refusal ? ProblemAnswers.Refused(visitor.Texts, refusal) : await FileDownload.SendAsync(found, store, http, cancel);
    }
}
