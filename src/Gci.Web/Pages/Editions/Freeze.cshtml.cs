using Gci.Data;
using Gci.Data.Runs;
using Gci.Web.Accounts;
using Gci.Web.Freezing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>Freezing, publishing and correcting: one person proposes what the page shows, another confirms the same.</summary>
public sealed class FreezeModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public StepView View { get; private set; } = null!;

    /// <summary>The hash of what the page showed.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What was just done: proposed, confirmed or withdrawn.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Mistakes Mistakes { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await FindAsync(edition, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string edition, CancellationToken cancel) => DecideAsync(
        edition, "proposed", step => db.ProposeAsync(visitor.Known, View.Opened.Edition, step, Shown, Note, clock, cancel), cancel);

    public Task<IActionResult> OnPostConfirmAsync(string edition, CancellationToken cancel) => DecideAsync(
        edition, "confirmed", step => db.ConfirmAsync(visitor.Known, View.Opened.Edition, step, Shown, clock, cancel), cancel);

    public Task<IActionResult> OnPostWithdrawAsync(string edition, CancellationToken cancel) => DecideAsync(
        edition, "withdrawn", _ => db.WithdrawAsync(visitor.Known, edition, clock, cancel), cancel);

    private async Task<bool> FindAsync(string edition, CancellationToken cancel) => (View = (await StepView.LoadAsync(db, shelf, visitor.Known, edition, cancel))!) is not null;

    private async Task<IActionResult> DecideAsync(string edition, string done, Func<RunStep, Task<StepOutcome>> decide, CancellationToken cancel)
    {
        if (!await FindAsync(edition, cancel))
        {
            return NotFound();
        }

        var refusal = View.Step is { } step ? (await decide(step)).Refusal : new("run-not-now");
        if (refusal is null)
        {
            return RedirectToPage(new { edition, Done = done });
        }

        await FindAsync(edition, cancel);
        return this.Again(Mistakes = Mistakes.Of(refusal.Code == "run-note" ? "note" : "", refusal, visitor.Texts));
    }
}
