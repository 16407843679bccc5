using Gci.Data;
using Gci.Data.Runs;
using Gci.Web.Accounts;
using Gci.Web.Api;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>The dates of an edition's run, for those who run it.</summary>
public sealed class CalendarModel(GciDb db, EditionShelf shelf, Visitor visitor, RunChanges changes) : PageModel
{
    public OpenedRun Opened { get; private set; } = null!;

    public CalendarForm Form { get; private set; } = null!;

    /// <summary>How many links the run's chain had when the form was shown.</summary>
    public int Seen { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    [TempData]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel))
        {
            return NotFound();
        }

        (Form, Seen) = (CalendarForm.Of(Opened.Run!.Calendar), Opened.Run.ChainLength);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string edition, [FromForm] CalendarForm form, int seen, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel))
        {
            return NotFound();
        }

        (Form, Seen) = (form, seen);
        var (calendar, mistakes) = form.Read(visitor.Texts);
        if (mistakes.Any)
        {
            return this.Again(Mistakes = mistakes);
        }

        if (await changes.ScheduleAsync(visitor.Known, Opened.Edition, calendar, seen, cancel) is { } refusal)
        {
            Mistakes = Mistakes.Of(CalendarForm.FieldOf(refusal), refusal, visitor.Texts);
            Response.StatusCode = ProblemCatalogue.StatusOf(refusal.Code);
            return Page();
        }

        Note = visitor.Texts["editions.dates.saved"];
        return RedirectToPage(new { edition });
    }

    private async Task<bool> OpenAsync(string edition, CancellationToken cancel)
    {
        if (await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { Run: not null, IsRunBy: true } opened)
        {
            return false;
        }

        Opened = opened;
        return true;
    }
}
