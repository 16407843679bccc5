using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>E-mail address and password. What was wrong of the two is not said. A form that was open for too long is shown again, filled in.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
[IgnoreAntiforgeryToken]
public sealed class SignInModel(
    SignInManager<Gci.Data.Accounts.Account> signIn, UserManager<Gci.Data.Accounts.Account> accounts, IAntiforgery antiforgery, ServiceOptions options, Visitor visitor) : PageModel
{
    // Checked where there is no account, so that it takes as long as where there is one.
    private static readonly string s_nobody = new PasswordHasher<Gci.Data.Accounts.Account>().HashPassword(new(), Guid.NewGuid().ToString());

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <summary>What happened before: <c>changed</c>, <c>ended</c>, <c>provider-failed</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Notice { get; set; }

    public Mistakes Mistakes { get; private set; } = new();

    /// <summary>The name of the provider by which people may sign in; null where there is none.</summary>
    public string? Provider => options.OpenIdConnect?.Name;

    public IActionResult OnGet() => visitor.Actor is null ? Page() : this.Forward(ReturnTo);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return this.Again(Mistakes = Mistakes.Of("password", visitor.Texts["account.form-expired"]));
        }

        var account = await accounts.FindByEmailAsync(Email?.Trim() ?? "");
        if (account is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(new(), s_nobody, Password ?? "");
        }

        var result = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? this.Forward(ReturnTo)
            : result.RequiresTwoFactor ? RedirectToPage("/Account/Code", new { ReturnTo })
            : this.Again(Mistakes = Mistakes.Of("email", visitor.Texts[result.IsLockedOut ? "account.locked-out" : "account.wrong"]));
    }
}
