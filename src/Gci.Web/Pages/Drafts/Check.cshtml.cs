using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>Everything that is wrong with a draft, each with its place.</summary>
public sealed class CheckModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await OpenAsync(edition, cancel) ? Page() : NotFound();
}
