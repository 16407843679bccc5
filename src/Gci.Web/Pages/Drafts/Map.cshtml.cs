using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>What becomes of each question of the edition that a draft began from, and so of the answers that were given to it.</summary>
public sealed class MapModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await OpenAsync(edition, cancel) ? Page() : NotFound();
}
