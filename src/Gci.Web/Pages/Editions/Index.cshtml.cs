using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Drafts;
using Gci.Web.Accounts;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Editions;

/// <summary>All editions with how far their runs are, the newest first; for the secretariat.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public IReadOnlyList<OpenedRun> Editions { get; private set; } = [];

    /// <summary>Whether the person makes editions.</summary>
    public bool IsMaker => Draft.IsMadeBy(visitor.Known);

    /// <summary>Drafts of which there is nothing to show: put aside, or never without problems.</summary>
    public IEnumerable<string> Hidden => IsMaker ? shelf.Drafts.Where(draft => draft.Good is null).Select(draft => draft.Id) : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat())
        {
            return NotFound();
        }

        var runs = await db.Runs.AsNoTracking().ToDictionaryAsync(run => run.Edition, cancel);
        Editions = [.. shelf.EditionsFor(visitor.Known).Reverse().Select(edition => new OpenedRun(edition, runs.GetValueOrDefault(edition.Id), visitor.Known))];
        return Page();
    }
}
