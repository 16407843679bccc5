using Gci.Data;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Drafts;

/// <summary>What the pages of a draft share: they open it, and say why something was not saved.</summary>
public abstract class DraftPage(DraftDesk desk, Visitor visitor) : PageModel
{
    public OpenedDraft Opened { get; private set; } = null!;

    public Mistakes Mistakes { get; private set; } = new();

    /// <summary>Why a step was not taken, in the words of the check.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What was just done; shown once.</summary>
    [TempData]
    public string? Note { get; set; }

    protected DraftDesk Desk => desk;

    protected Visitor Visitor => visitor;

    protected async Task<bool> OpenAsync(string edition, CancellationToken cancel)
    {
        if (await desk.FindAsync(visitor.Known, edition, cancel) is not { } opened)
        {
            return false;
        }

        Opened = opened;
        return true;
    }

    protected IActionResult Refused(string field, Refusal refusal) => this.Again(Mistakes = Mistakes.Of(field, refusal, visitor.Texts));

    /// <summary>Leads on where something was saved; otherwise the page again, with all that was typed.</summary>
    protected async Task<IActionResult> AfterAsync(DraftOutcome outcome, string field, string note, string path, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Refusal is { } refusal)
        {
            Problems = outcome.Problems;
            return Refused(field, refusal);
        }

        await OpenAsync(Opened.Id, cancel);
        Note = Opened.Shelved.Problems.Count == 0 ? visitor.Texts[note] : visitor.Texts.Say("draft.saved-with-problems", ("count", Opened.Shelved.Problems.Count));
        return LocalRedirect(path);
    }
}
