using Gci.Data;
using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Reviews;

/// <summary>How far the reviewers of an edition agree.</summary>
public sealed class AgreementModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public Edition Edition { get; private set; } = null!;

    public Agreement Agreement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat() || !shelf.Has(edition))
        {
            return NotFound();
        }

        Edition = shelf.Edition(edition);
        Agreement = await Agreement.LoadAsync(db, Edition, cancel);
        return Page();
    }

    /// <summary>A share or a coefficient with two decimals; a dash where there is none.</summary>
    public string Number(double? number) => number is { } known ? known.ToString("0.00", visitor.Texts.Culture) : "–";
}
