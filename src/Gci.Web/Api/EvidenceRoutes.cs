using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>A link that somebody wants to attach. A file is sent as a multipart form with the same names and <c>file</c>.</summary>
/// <param name="Kind">One of the kinds of document that the question takes.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Place">Where in the document, such as "article 12".</param>
/// <param name="Url">A full address with http or https.</param>
public sealed record EvidenceBody(string? Kind = null, string? Title = null, string? Place = null, string? Url = null)
{
    internal EvidenceDraft AsDraft() => new(Kind?.Trim() ?? "", Title?.Trim() ?? "", Trimmed(Place), Trimmed(Url));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A piece of evidence as it is attached.</summary>
/// <param name="Id">Names it where it is removed.</param>
/// <param name="Question">The code of the question.</param>
/// <param name="Kind">The kind of document.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Place">Where in the document.</param>
/// <param name="Url">Null for a file.</param>
/// <param name="File">Null for a link.</param>
/// <param name="By">The name of who attached it.</param>
/// <param name="At">When it was attached.</param>
/// <param name="Checked">What came back when the link was last tried: an HTTP status or a word; null for never.</param>
/// <param name="CheckedAt">When the link was last tried.</param>
public sealed record EvidenceState(
    Guid Id, string Question, string Kind, string Title, string? Place, string? Url, EvidenceFile? File, string? By, DateTimeOffset At, string? Checked, DateTimeOffset? CheckedAt)
{
    internal static EvidenceState Of(EvidenceItem item, StoredFile? file, IReadOnlyDictionary<Guid, string> names) => new(
        item.Id, item.Question, item.Kind, item.Title, item.Place, item.Url, file is null ? null : EvidenceFile.Of(file), names.GetValueOrDefault(item.By), item.At,
        item.CheckResult, item.CheckedAt);
}

/// <summary>What is known of an attached file.</summary>
/// <param name="Id">Names it where it is downloaded.</param>
/// <param name="Name">The name that it had on the uploader's machine.</param>
/// <param name="Type">The type that was found in its content.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Sha256">Of the bytes, in lower-case hexadecimal.</param>
/// <param name="Scan">What the virus scanner said; a file that is infected or waiting is given to nobody.</param>
public sealed record EvidenceFile(Guid Id, string Name, string Type, long Length, string Sha256, ScanState Scan)
{
    internal static EvidenceFile Of(StoredFile file) => new(file.Id, file.Name, file.ContentType, file.Length, file.Sha256, file.Scan);
}

/// <summary><c>/api/v1/responses/{id}/answers/{question}/evidence</c>.</summary>
internal static class EvidenceRoutes
{
    internal static void MapEvidence(this IEndpointRouteBuilder api)
    {
        var response = api.MapGroup("/responses/{id:guid}").WithTags("Evidence");
        response.MapGet("/answers/{question}/evidence", ListAsync)
            .Operation("listEvidence", Scopes.ReadResponses, "The evidence of an answer").Produces<Slice<EvidenceState>>().Refuses("page-limit", "page-after");
        response.MapPost("/answers/{question}/evidence", PostAsync)
            .Operation("attachEvidence", Scopes.WriteResponses, "Attach a link, or a file as a multipart form")
            .Accepts<EvidenceBody>("application/json", "multipart/form-data").TakesFile("file", "The document itself, in place of an address.").Produces<EvidenceState>(StatusCodes.Status201Created)
            .Refuses(
                "bad-request", "not-editor", "evidence-not-asked", "evidence-no-links", "evidence-no-files", "evidence-kind", "evidence-title", "evidence-place", "evidence-url",
                "evidence-full", "evidence-twice", "file-empty", "file-large", "files-full", "file-type", "already-submitted");
        response.MapDelete("/evidence/{evidence:guid}", DeleteAsync)
            .Operation("removeEvidence", Scopes.WriteResponses, "Take a piece of evidence away").Produces(StatusCodes.Status204NoContent)
            .Refuses("not-editor", "already-submitted");
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request, string question, [AsParameters] Window window)
    {
        if (await request.FindAsync(question) is not { Opened.Sight: var sight } || !sight.Reads(question))
        {
            return Results.NotFound();
        }

        var (db, cancel) = (request.Db, request.Cancel);
        var items = await db.Present(sight).AsNoTracking().Where(item => item.Question == question).OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancel);
        var ids = items.Select(item => item.FileId).OfType<Guid>().ToArray();
        var files = await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancel);
        var names = await db.NamesAsync(items.Select(item => item.By), cancel);
        var states = items.Select(item => EvidenceState.Of(item, item.FileId is { } file ? files.GetValueOrDefault(file) : null, names)).ToList();
        var (slice, wrong) = Slices.Of(request.Http, window, states, state => state.Id.ToString());
        return slice is null ? request.Refused(wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> PostAsync([AsParameters] ResponseRequest request, string question, SectionActions actions, ServiceOptions options)
    {
        if (await request.FindAsync(question) is not { } found)
        {
            return Results.NotFound();
        }

        if (found.WhyNotEdit is { } refusal)
        {
            return request.Refused(refusal);
        }

        var (draft, file) = await ReadAsync(request.Http, options.LargestFile, request.Cancel);
        if (draft is null)
        {
            return request.Refused(new("bad-request"));
        }

        var (item, wrong) = await actions.TakeAsync(found.Opened, found.Question, draft, file, request.Cancel);
        if (item is null)
        {
            return request.Refused(wrong!);
        }

        var stored = item.FileId is { } id ? await request.Db.Files.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, request.Cancel) : null;
        var names = await request.Db.NamesAsync([item.By], request.Cancel);
        return Results.Created(new Uri($"{request.Http.Request.Path}/{item.Id}", UriKind.Relative), EvidenceState.Of(item, stored, names));
    }

    private static async Task<IResult> DeleteAsync([AsParameters] ResponseRequest request, Guid evidence)
    {
        if (await request.Db.Evidence.AsNoTracking().FirstOrDefaultAsync(item => item.Id == evidence && item.ResponseId == request.Id, request.Cancel) is not { } item
            || await request.FindAsync(item.Question) is not { } found)
        {
            return Results.NotFound();
        }

        return (found.WhyNotEdit ?? (await request.Db.RemoveAsync(found.Opened, evidence, request.Clock, request.Cancel))?.Refusal) is { } refusal
            ? request.Refused(refusal)
            : Results.NoContent();
    }

    private static async Task<(EvidenceDraft? Draft, IFormFile? File)> ReadAsync(HttpContext http, long largestFile, CancellationToken cancel)
    {
        try
        {
            if (http.Request.HasJsonContentType())
            {
                return ((await http.Request.ReadFromJsonAsync<EvidenceBody>(cancel))?.AsDraft(), null);
            }

            await UploadForm.ReadAsync(http, largestFile, cancel);
            if (!http.Request.HasFormContentType)
            {
                return (null, null);
            }

            var form = await http.Request.ReadFormAsync(cancel);
            return (new EvidenceBody(form["kind"], form["title"], form["place"], form["url"]).AsDraft(), form.Files.GetFile("file") is { FileName.Length: > 0 } file ? file : null);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidDataException)
        {
            return (null, null);
        }
    }
}
