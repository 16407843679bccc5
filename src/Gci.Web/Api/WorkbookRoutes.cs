using System.ComponentModel;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Reports.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.Offline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>What a workbook changes, or would change.</summary>
/// <param name="Rows">One a question that differs.</param>
/// <param name="Problems">What is wrong in the workbook; the answers that it belongs to are left as they are.</param>
/// <param name="Applied">What was saved; null for a preview, and where nothing was.</param>
public sealed record WorkbookState(IReadOnlyList<WorkbookRow> Rows, IReadOnlyList<WorkbookProblem> Problems, Applied? Applied);

/// <summary>What becomes of one question.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Kind">A change and a suggestion can be saved; a conflict is left to people, on the page or after another download.</param>
/// <param name="Revision">The revision of the answer in the service; 0 where it was never answered.</param>
/// <param name="Parts">What differs, in words of the reader's language.</param>
/// <param name="Theirs">For a conflict: who changed the answer in the service, and when.</param>
/// <param name="Problem">Why it cannot be saved; null where it can.</param>
public sealed record WorkbookRow(string Question, RowKind Kind, int Revision, IReadOnlyList<ChangedPart> Parts, LastChange? Theirs, string? Problem);

/// <summary>Something wrong in a workbook.</summary>
/// <param name="Place">Sheet and cell, such as Legal measures!D9; 1 for the workbook as a whole.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record WorkbookProblem(string Place, string Sentence);

/// <summary><c>/api/v1/responses/{id}/workbook</c>.</summary>
internal static class WorkbookRoutes
{
    internal static void MapWorkbooks(this IEndpointRouteBuilder api)
    {
        var workbook = api.MapGroup("/responses/{id:guid}/workbook").WithTags("Workbooks");
        workbook.MapGet("", GetAsync).Operation("getWorkbook", Scopes.ReadResponses, "The questionnaire as a workbook to fill in anywhere, with the answers as they stand")
            .Produces(StatusCodes.Status200OK, contentType: CopyDownloads.ContentType).Refuses("language-unknown");
        workbook.MapPost("", PostAsync).Operation("bringWorkbook", Scopes.WriteResponses, "See what a filled-in workbook would change, or apply it")
            .WithDescription("With apply=true all that does not conflict is saved in one transaction, and conflicts are told and left as they are. Sending the same workbook again changes nothing.")
            .Accepts<IFormFile>("multipart/form-data").Produces<WorkbookState>()
            .WithMetadata(new RequestSizeLimitAttribute(WorkbookIntake.LargestRequest), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = WorkbookIntake.LargestRequest })
            .Refuses(
                "workbook-missing", "workbook-too-large", "workbook-unreadable", "workbook-of-another-country", "workbook-of-another-response", "not-editor", "already-submitted",
                "changed-meanwhile");
    }

    private static async Task<IResult> GetAsync(
        Guid id, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel, [Description("ar, en, es, fr, ru or zh; the reader's own where it is left out.")] string? language = null)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return Results.NotFound();
        }

        return visitor.LanguageOf(language, out var refusal) is { } spoken
            ? await CopyDownloads.FileAsync(db, shelf, opened, spoken, cancel)
            : ProblemAnswers.Refused(visitor.Texts, refusal!);
    }

    private static async Task<IResult> PostAsync(
        Guid id, IFormFile? workbook, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel,
        [Description("Whether to save; left out, nothing is.")] bool apply = false)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return Results.NotFound();
        }

        if (opened.WhyNotBring() is { } closed)
        {
            return ProblemAnswers.Refused(visitor.Texts, closed);
        }

        var uploaded = await WorkbookIntake.ReadAsync(workbook, opened, visitor.Texts, cancel);
        if (uploaded.Refusal is { } refusal)
        {
            return ProblemAnswers.Refused(visitor.Texts, refusal);
        }

        var now = await PresentAnswers.LoadAsync(db, opened, cancel);
        var preview = Preview.Build(opened, now, now.CopyFor(opened, shelf, visitor.Language), uploaded.Workbook!.Rows, uploaded.Origin!);
        ReturnedAnswer[] accepted = apply ? [.. preview.Rows.Where(row => row.Kind is RowKind.Change or RowKind.Suggestion).Select(row => row.Change.Proposed)] : [];
        if (accepted.Length == 0)
        {
            return Results.Ok(State(preview, uploaded, opened, visitor, null));
        }

        var (applied, again, refused) = await db.ApplyAsync(opened, shelf, uploaded.Origin!, accepted, visitor.Language, clock, cancel);
        return applied is not null ? Results.Ok(State(preview, uploaded, opened, visitor, applied))
            : again is not null ? ProblemAnswers.Conflict(visitor.Texts, State(again, uploaded, opened, visitor, null))
            : refused is not null ? ProblemAnswers.Refused(visitor.Texts, refused)
            : Results.NotFound();
    }

    private static WorkbookState State(Preview preview, UploadedWorkbook uploaded, OpenedResponse opened, Visitor visitor, Applied? applied) => new(
        [
            .. preview.Rows.Select(row => new WorkbookRow(
                row.Code, row.Kind, row.Change.Current.Revision, row.Kind == RowKind.NotYours ? [] : row.Change.Parts, row.Theirs,
                row.Mistake is { } mistake ? visitor.Texts.Of(mistake, opened.Edition) : null)),
        ],
        [.. uploaded.Problems.Select(problem => new WorkbookProblem(problem.Place, problem.Sentence))],
        applied);
}
