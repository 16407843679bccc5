using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>Where the link of a forgotten password leads.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class ResetModel(ForgottenPassword forgotten, Visitor visitor) : PageModel
{
    /// <summary>Null where the link cannot be used.</summary>
    public Gci.Data.Accounts.Account? Account { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    public Task OnGetAsync(Guid account, string token) => FindAsync(account, token);

    public async Task<IActionResult> OnPostAsync(Guid account, string token, string? password, CancellationToken cancel)
    {
        await FindAsync(account, token);
        if (Account is null)
        {
            return Page();
        }

        var result = await forgotten.ResetAsync(Account, token, password ?? "", cancel);
        if (result.Succeeded)
        {
            return RedirectToPage("/Account/SignIn", new { Notice = "changed" });
        }

        Mistakes.AddPassword("password", result, visitor.Texts);
        return this.Again(Mistakes);
    }

    private async Task FindAsync(Guid account, string token)
    {
        Account = await forgotten.FindAsync(account, token);
        if (Account is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}
