using Gci.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Account;

/// <summary>Where a person comes back from the OpenID Connect provider.</summary>
public sealed class ProviderModel(ProviderSignIn provider, SignInManager<Gci.Data.Accounts.Account> signIn) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? returnTo, string? invitation, CancellationToken cancel)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } info)
        {
            return RedirectToPage("/Account/SignIn", new { returnTo });
        }

        var result = await provider.CompleteAsync(info, invitation, cancel);
        if (result is { RequiresTwoFactor: true })
        {
            return RedirectToPage("/Account/Code", new { returnTo });
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return result is { Succeeded: true } ? this.Forward(returnTo) : RedirectToPage("/Account/SignIn", new { returnTo, notice = "provider-unknown" });
    }
}
