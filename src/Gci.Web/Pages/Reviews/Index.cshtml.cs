using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Reviews;

/// <summary>A reviewer's list of work; for those who run an edition also everybody's.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public WorkList Work { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public ResponseState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public bool RunsEditions => visitor.Known.Role is Role.Administrator or Role.Analyst;

    public string Query => $"/reviews?{(All ? "all=true&" : "")}{(State is { } state ? $"state={state}&" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat())
        {
            return NotFound();
        }

        Number = Math.Clamp(Number, 1, 10_000);
        Work = await WorkList.LoadAsync(db, shelf, visitor.Known, All, State, (Number - 1) * WorkList.PageSize, WorkList.PageSize, visitor.Language, cancel);
        return Page();
    }
}
