using Gci.Data;
using Gci.Web.Accounts;
using Gci.Web.Api;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>Reminds countries by hand, after saying how many people get a mail.</summary>
public sealed class RemindModel(GciDb db, EditionShelf shelf, Visitor visitor, RunChanges changes, RunMails mails, TimeProvider clock) : PageModel
{
    public OpenedRun Opened { get; private set; } = null!;

    /// <summary>How many people would get a mail.</summary>
    public int Count { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await OpenAsync(edition, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, int seen, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel))
        {
            return NotFound();
        }

        var outcome = await changes.RemindAsync(visitor.Known, Opened.Edition, seen, cancel);
        if (outcome.Refusal is { } refusal)
        {
            Mistakes = Mistakes.Of("", refusal, visitor.Texts);
            Response.StatusCode = ProblemCatalogue.StatusOf(refusal.Code);
            return Page();
        }

        TempData["Note"] = visitor.Texts.Say("editions.remind.sent", ("count", outcome.Count));
        return RedirectToPage("/Editions/Edition", new { edition });
    }

    private async Task<bool> OpenAsync(string edition, CancellationToken cancel)
    {
        if (await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { Run: not null, IsRunBy: true } opened)
        {
            return false;
        }

        (Opened, Count) = (opened, (await mails.DueAsync(opened, Moment.Now(clock), cancel)).Count);
        return true;
    }
}
