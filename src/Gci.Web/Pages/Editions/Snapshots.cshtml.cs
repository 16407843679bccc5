using Gci.Data;
using Gci.Web.Accounts;
using Gci.Web.Freezing;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>The snapshots of an edition with their hashes and tables.</summary>
public sealed class SnapshotsModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public OpenedRun Opened { get; private set; } = null!;

    public IReadOnlyList<SnapshotRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel)
    {
        if (await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { IsRunBy: true } opened)
        {
            return NotFound();
        }

        (Opened, Rows) = (opened, await SnapshotRow.LoadAsync(db, edition, cancel));
        return Page();
    }
}
