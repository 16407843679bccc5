using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Reports.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Offline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>Working offline: copies go out, and what was filled in elsewhere comes back by way of a preview.</summary>
[RequestSizeLimit(WorkbookIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = WorkbookIntake.LargestRequest, ValueCountLimit = 4096)]
public sealed class CopiesModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    /// <summary>Whether the person may bring anything back.</summary>
    public bool CanUpload => Opened.WhyNotBring() is null;

    /// <summary>Null as long as nothing was brought.</summary>
    public Preview? Preview { get; private set; }

    /// <summary>Why nothing can be shown of what was brought.</summary>
    public string? Refused { get; private set; }

    /// <summary>What is wrong in the workbook.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Whether something changed between a preview and its acceptance, so that nothing was saved.</summary>
    public bool IsAgain { get; private set; }

    /// <summary>What was saved just now.</summary>
    public Applied? Applied { get; private set; }

    public Wording Wording => Opened.Edition.In(visitor.Language);

    /// <param name="from">A self-assessment of the person's own whose answers are brought.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? from, int? answers, int? suggestions, int? links, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
        {
            return NotFound();
        }

        Applied = answers is not null ? new(answers.Value, suggestions ?? 0, links ?? 0) : null;
        return from is not { } own ? Page() : await BringAsync(own, cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? workbook, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
        {
            return NotFound();
        }

        if (Opened.WhyNotBring() is { } closed)
        {
            return Refuse(closed);
        }

        var uploaded = await WorkbookIntake.ReadAsync(workbook, Opened, visitor.Texts, cancel);
        Problems = uploaded.Problems;
        if (uploaded.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        var now = await PresentAnswers.LoadAsync(db, Opened, cancel);
        Preview = Preview.Build(Opened, now, now.CopyFor(Opened, shelf, visitor.Language), uploaded.Workbook!.Rows, uploaded.Origin!);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid id, string? origin, string? mark, string[] row, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!await OpenAsync(id, cancel))
        {
            return NotFound();
        }

        var rows = row.Select(field => RowField.Read(field, Opened.Edition)).ToArray();
        if (Origin.Of(origin, mark) is not { } known || rows.Any(one => one is null) || rows.DistinctBy(one => one!.Code).Count() != rows.Length)
        {
            return BadRequest();
        }

        ReturnedAnswer[] accepted = [.. rows.OfType<ReturnedAnswer>().Where(one => Request.Form[$"take.{one.Code}"] == "mine")];
        var (applied, again, refusal) = await db.ApplyAsync(Opened, shelf, known, accepted, visitor.Language, clock, cancel);
        if (applied is not null)
        {
            return Redirect($"/responses/{id}/copies?answers={applied.Answers}&suggestions={applied.Suggestions}&links={applied.Links}");
        }

        if (again is null)
        {
            return refusal is null ? NotFound() : Refuse(refusal);
        }

        (Preview, IsAgain, Response.StatusCode) = (again, true, StatusCodes.Status409Conflict);
        return Page();
    }

    private async Task<IActionResult> BringAsync(Guid own, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, own, cancel) is not { Response.Kind: ResponseKind.SelfAssessment } copy
            || copy.Edition.Id != Opened.Edition.Id || !Opened.IsLed || Opened.Response.Kind == ResponseKind.SelfAssessment)
        {
            return NotFound();
        }

        if (Opened.Response.WhyTakesNothing() is { } closed)
        {
            return Refuse(closed);
        }

        var now = await PresentAnswers.LoadAsync(db, Opened, cancel);
        var present = now.CopyFor(Opened, shelf, visitor.Language);
        var brought = (await PresentAnswers.LoadAsync(db, copy, cancel)).CopyFor(copy, shelf, visitor.Language);
        Preview = Preview.Build(Opened, now, present, SelfAssessments.Brought(present, brought), Origin.SelfAssessment(own));
        return Page();
    }

    private PageResult Refuse(Refusal refusal)
    {
        (Refused, Response.StatusCode) = (visitor.Texts.Of(refusal), StatusCodes.Status400BadRequest);
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return false;
        }

        Opened = opened;
        return true;
    }
}
