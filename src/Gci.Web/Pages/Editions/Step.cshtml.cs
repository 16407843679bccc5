using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Web.Accounts;
using Gci.Web.Api;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>Says what a step does before somebody takes it.</summary>
public sealed class StepModel(GciDb db, EditionShelf shelf, Visitor visitor, RunChanges changes) : PageModel
{
    public OpenedRun Opened { get; private set; } = null!;

    public RunStep Step { get; private set; }

    /// <summary>How many countries have not submitted.</summary>
    public int NotSubmitted { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string edition, string step, CancellationToken cancel) => await OpenAsync(edition, step, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, string step, int seen, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, step, cancel))
        {
            return NotFound();
        }

        if (await changes.TakeAsync(visitor.Known, Opened.Edition, Step, seen, cancel) is { } refusal)
        {
            Mistakes = Mistakes.Of("", refusal, visitor.Texts);
            Response.StatusCode = ProblemCatalogue.StatusOf(refusal.Code);
            return Page();
        }

        TempData["Note"] = visitor.Texts.Say("editions.step.done", ("step", visitor.Texts[$"editions.step.{Step}"]));
        return RedirectToPage("/Editions/Edition", new { edition });
    }

    private async Task<bool> OpenAsync(string edition, string word, CancellationToken cancel)
    {
        if (StepWords.StepOf(word) is not { } step || step.NeedsTwo()
            || await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { Run: not null, IsRunBy: true } opened)
        {
            return false;
        }

        (Opened, Step) = (opened, step);
        var board = step == RunStep.CloseAnswering ? await CountryBoard.LoadAsync(db, opened, visitor.Language, cancel) : null;
        NotSubmitted = board?.All.Count(row => row.State is ResponseState.NotStarted or ResponseState.InProgress) ?? 0;
        return true;
    }
}
