using Gci.Web.Accounts;
using Gci.Web.Mail;
using Gci.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Gci.Web.Pages.Account;

/// <summary>The second step of sign-in: a code of the person's app, or one of the recovery codes.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class CodeModel(
    SignInManager<Gci.Data.Accounts.Account> signIn, UserManager<Gci.Data.Accounts.Account> accounts, Gci.Data.GciDb db, Letters letters, Visitor visitor) : PageModel
{
    private const int Digits = 6;

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public Mistakes Mistakes { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Back() : Page();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { ClosedAt: null } account)
        {
            return Back();
        }

        var typed = string.Concat((code ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        var result = typed.Length == Digits && typed.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await RecoverAsync(account, typed, cancel);
        return result.Succeeded ? this.Forward(ReturnTo) : this.Again(Mistakes = Mistakes.Of("code", visitor.Texts[result.IsLockedOut ? "account.locked-out" : "account.code.wrong"]));
    }

    // Identity does not count wrong recovery codes; we do.
    private async Task<SignInResult> RecoverAsync(Gci.Data.Accounts.Account account, string code, CancellationToken cancel)
    {
        if (await accounts.IsLockedOutAsync(account))
        {
            return SignInResult.LockedOut;
        }

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded)
        {
            letters.Queue(account, "recovery-code-used", ("count", await accounts.CountRecoveryCodesAsync(account)));
            await db.SaveChangesAsync(cancel);
        }
        else
        {
            await accounts.AccessFailedAsync(account);
        }

        return result;
    }

    private RedirectToPageResult Back() => RedirectToPage("/Account/SignIn", new { ReturnTo });
}
