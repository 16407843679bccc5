using Gci.Data;
using Gci.Web.Accounts;
using Gci.Web.Api;
using Gci.Web.Messages;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>How far an edition is, what comes next, and what happened.</summary>
public sealed class EditionModel(GciDb db, EditionShelf shelf, Visitor visitor, RunChanges changes) : PageModel
{
    public OpenedRun Opened { get; private set; } = null!;

    public CountryBoard Board { get; private set; } = null!;

    public IReadOnlyList<RunHistoryRow> History { get; private set; } = [];

    /// <summary>Who proposed the step that waits for a second person.</summary>
    public string? Proposer { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    /// <summary>What was just done; shown once.</summary>
    [TempData]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await OpenAsync(edition, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, CancellationToken cancel)
    {
        if (await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { } opened)
        {
            return NotFound();
        }

        if (await changes.BeginAsync(visitor.Known, opened.Edition, cancel) is not { } refusal)
        {
            return RedirectToPage("/Editions/Calendar", new { edition });
        }

        await OpenAsync(edition, cancel);
        Mistakes = Mistakes.Of("", refusal, visitor.Texts);
        Response.StatusCode = ProblemCatalogue.StatusOf(refusal.Code);
        return Page();
    }

    private async Task<bool> OpenAsync(string edition, CancellationToken cancel)
    {
        if (await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { } opened)
        {
            return false;
        }

        Opened = opened;
        Board = await CountryBoard.LoadAsync(db, opened, visitor.Language, cancel);
        History = await RunHistoryRow.LoadAsync(db, opened, visitor.Texts, cancel);
        Proposer = opened.Run?.ProposedBy is { } by ? (await Authors.LoadAsync(db, [by], visitor.Known, visitor.Texts, cancel)).Of(by) : null;
        return true;
    }
}
