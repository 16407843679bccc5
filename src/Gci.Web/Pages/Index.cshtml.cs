using Gci.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages;

/// <summary>What the service is; somebody who is signed in goes straight to work.</summary>
public sealed class IndexModel(Visitor visitor) : PageModel
{
    public IActionResult OnGet() => visitor.Actor is null ? Page() : RedirectToPage("/Responses/Index");
}
