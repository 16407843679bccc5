using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Reviews;

/// <summary>Where two reviewers do not agree; the adjudicator decides on the page of the question.</summary>
public sealed class AdjudicationModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public IReadOnlyList<Disagreement> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat())
        {
            return NotFound();
        }

        Rows = await Adjudication.ListAsync(db, shelf, visitor.Known, visitor.Language, cancel);
        return Page();
    }
}
