using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>E-mail address and password. What was wrong of the two is not said.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class SignInModel(SignInManager<Gci.Data.Accounts.Account> signIn, UserManager<Gci.Data.Accounts.Account> accounts, Visitor visitor) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <summary>The key of the sentence that says what was wrong.</summary>
    public string? Mistake { get; private set; }

    public IActionResult OnGet() => visitor.Actor is null ? Page() : Forward();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await accounts.FindByEmailAsync(Email?.Trim() ?? "");
        var result = account is null || account.ClosedAt is not null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return Forward();
        }

        Mistake = result.IsLockedOut ? "account.locked-out" : "account.wrong";
        Response.StatusCode = 400;
        return Page();
    }

    private IActionResult Forward() => Url.IsLocalUrl(ReturnTo) ? LocalRedirect(ReturnTo!) : RedirectToPage("/Responses/Index");
}
