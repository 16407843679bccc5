using System.Collections.Immutable;
using Gci.Data;
using Gci.Editions;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;
using Gci.Web.Accounts;
using Gci.Web.Comparing;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>What changed since an earlier edition, for everybody who may know of both.</summary>
public sealed class ChangesModel(GciDb db, EditionShelf shelf, Comparisons comparisons, Visitor visitor) : PageModel
{
    public Edition Edition { get; private set; } = null!;

    /// <summary>The edition with its run, for the secretariat; null for everybody else.</summary>
    public OpenedRun? Opened { get; private set; }

    /// <summary>The editions with which this one can be compared.</summary>
    public IReadOnlyList<Edition> Others { get; private set; } = [];

    /// <summary>Null where no edition was chosen and there is none before this one.</summary>
    public EditionComparison? Comparison { get; private set; }

    public ImmutableArray<Block> Blocks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string edition, string? from, CancellationToken cancel)
    {
        if (comparisons.With(edition, visitor.Known) is not { } others || (from is not null && others.All(other => other.Id != from)))
        {
            return NotFound();
        }

        (Edition, Others) = (shelf.Edition(edition), others);
        Opened = await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel);
        Comparison = comparisons.Of(edition, from, visitor.Known, visitor.Texts);
        Blocks = Comparison is null ? [] : EditionChangesReport.Blocks(Comparison);
        return Page();
    }
}
