using System.ComponentModel;
using Gci.Data.Accounts;
using Gci.Data.Drafts;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>What a new edition is derived from.</summary>
/// <param name="From">An edition of the definitions folder.</param>
/// <param name="Title">The title of the new one.</param>
/// <param name="ReferenceDate">The day whose state it measures.</param>
public sealed record NewDraft(string From, string Title, DateOnly ReferenceDate);

/// <summary>The text of a file.</summary>
/// <param name="Name">Where it belongs below the definitions folder.</param>
/// <param name="Revision">1, 2, 3, … of this file.</param>
/// <param name="Text">All of it.</param>
public sealed record DraftFileText(string Name, int Revision, string Text);

/// <summary>A text to be kept.</summary>
/// <param name="Text">All of it, at most 1 MiB.</param>
public sealed record NewFileText(string Text);

/// <summary>A revision of a file.</summary>
/// <param name="Revision">1, 2, 3, … of this file.</param>
/// <param name="At">When it was saved.</param>
/// <param name="By">Who saved it.</param>
/// <param name="Act">What was done, in one word.</param>
/// <param name="Subject">The code or the file that it was done to.</param>
/// <param name="Added">How many lines are new.</param>
/// <param name="Removed">How many lines are gone.</param>
public sealed record DraftRevisionEntry(int Revision, DateTimeOffset At, string By, string Act, string Subject, int Added, int Removed);

/// <summary><c>/api/v1/editions/{edition}/draft</c>: an edition in the making and its files.</summary>
internal static class DraftRoutes
{
    internal static void MapDrafts(this IEndpointRouteBuilder api)
    {
        var draft = api.MapGroup("/editions/{edition}/draft").WithTags("Drafts");
        draft.MapGet("", GetAsync).Operation("getDraft", Scopes.ReadEditions, "A draft edition with everything that is wrong with it").Produces<DraftEntry>().Tagged("The version of the draft.");
        draft.MapPost("", DeriveAsync).Operation("deriveDraft", Scopes.RunEditions, "Derive an edition from another").Produces<DraftEntry>(StatusCodes.Status201Created)
            .Refuses("draft-id", "draft-title", "draft-from", "draft-exists", "draft-step", "draft-not-yours");
        draft.MapGet("/files.zip", DraftDownloads.GetAsync).Operation("downloadDraft", Scopes.ReadEditions, "All files of a draft as they belong into the definitions folder")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip");
        draft.MapGet("/files/{**name}", ReadAsync).Operation("getDraftFile", Scopes.ReadEditions, "The text of a file").Produces<DraftFileText>().Tagged("The revision of the file.");
        draft.MapPut("/files/{**name}", WriteAsync).Operation("saveDraftFile", Scopes.RunEditions, "Save the text of a file, with problems too").Produces<DraftEntry>()
            .Refuses("draft-file-name", "draft-file-large", "draft-file-text", "draft-file-changed", "draft-on-disk", "draft-run-begun", "draft-given-up", "draft-busy");
        draft.MapDelete("/files/{**name}", RemoveAsync).Operation("removeDraftFile", Scopes.RunEditions, "Take a file out of a draft; its history stays").Produces<DraftEntry>()
            .Refuses("draft-file-changed", "draft-on-disk", "draft-run-begun", "draft-given-up", "draft-busy");
        draft.MapGet("/history/{**name}", HistoryAsync).Operation("listDraftRevisions", Scopes.ReadEditions, "Every text that a file ever had, the newest first").Produces<Slice<DraftRevisionEntry>>();
        draft.MapPut("/aside", ([AsParameters] DraftRequest request) => AsideAsync(request, aside: true)).Operation("putDraftAside", Scopes.RunEditions, "Put a draft aside").Produces<DraftEntry>()
            .Refuses("draft-consulted-on", "draft-on-disk", "draft-run-begun", "draft-given-up", "draft-busy");
        draft.MapDelete("/aside", ([AsParameters] DraftRequest request) => AsideAsync(request, aside: false)).Operation("takeDraftUp", Scopes.RunEditions, "Take a draft up again").Produces<DraftEntry>()
            .Refuses("draft-on-disk", "draft-busy");
    }

    private static async Task<IResult> GetAsync([AsParameters] DraftRequest request) => await request.FindAsync() is { } opened ? request.Answer(opened) : Results.NotFound();

    private static async Task<IResult> DeriveAsync([AsParameters] DraftRequest request, NewDraft body)
    {
        if (!Draft.IsMadeBy(request.Visitor.Known))
        {
            return Results.NotFound();
        }

        var outcome = await request.Desk.DeriveAsync(request.Visitor.Known, body.From, request.Edition, body.Title, body.ReferenceDate, request.Cancel);
        return outcome.Refusal is not null
            ? request.Refused(outcome)
            : Results.Created($"{ApiGroup.Prefix}/editions/{request.Edition}/draft", DraftEntry.Of((await request.FindAsync())!));
    }

    private static async Task<IResult> ReadAsync([AsParameters] DraftRequest request, [Description("The file, such as questionnaires/2028/legal.yaml.")] string name)
    {
        if (await request.FindAsync() is not { } opened || !opened.Files.TryGetValue(name, out var text))
        {
            return Results.NotFound();
        }

        request.Http.Response.Headers.ETag = $"\"{opened.RevisionOf(name).ToString(System.Globalization.CultureInfo.InvariantCulture)}\"";
        return Results.Ok(new DraftFileText(name, opened.RevisionOf(name), text));
    }

    private static Task<IResult> WriteAsync(
        [AsParameters] DraftRequest request, [Description("The file, such as questionnaires/2028/legal.yaml.")] string name, NewFileText body,
        [FromHeader(Name = "If-Match"), Description(DraftRequest.SeenFile)] string? seen = null) =>
        request.ChangeAsync(_ => request.Desk.WriteAsync(request.Visitor.Known, request.Edition, name, body.Text, ResponseRequest.Revision(seen), "upload", request.Cancel));

    private static async Task<IResult> RemoveAsync(
        [AsParameters] DraftRequest request, [Description("The file, such as questionnaires/2028/legal.yaml.")] string name,
        [FromHeader(Name = "If-Match"), Description(DraftRequest.SeenFile)] string? seen = null) =>
        await request.FindAsync() is { } opened && opened.Files.ContainsKey(name)
            ? await request.ChangeAsync(_ => request.Desk.WriteAsync(request.Visitor.Known, request.Edition, name, null, ResponseRequest.Revision(seen), "remove", request.Cancel))
            : Results.NotFound();

    private static async Task<IResult> HistoryAsync(
        [AsParameters] DraftRequest request, [Description("The file, such as questionnaires/2028/legal.yaml.")] string name, [AsParameters] Window window)
    {
        if (await request.FindAsync() is not { } opened || !opened.Shelved.Revisions.ContainsKey(name))
        {
            return Results.NotFound();
        }

        var rows = (await FileRevision.LoadAsync(request.Db, opened, name, request.Visitor.Texts, request.Cancel))
            .Select(row => new DraftRevisionEntry(row.File.Revision, row.File.At, row.By, row.File.Act, row.File.Subject, row.Added, row.Removed)).ToList();
        var (slice, wrong) = Slices.Of(request.Http, window, rows, row => row.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return slice is null ? ProblemAnswers.Refused(request.Visitor.Texts, wrong!) : Results.Ok(slice);
    }

    private static Task<IResult> AsideAsync(DraftRequest request, bool aside) =>
        request.ChangeAsync(_ => request.Desk.PutAsideAsync(request.Visitor.Known, request.Edition, aside, request.Cancel));
}
