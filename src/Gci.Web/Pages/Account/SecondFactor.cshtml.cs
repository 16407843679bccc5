using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>Sets the second factor up, turns it off, makes new recovery codes. Each asks for the password.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class SecondFactorModel(OwnAccount own, UserManager<Gci.Data.Accounts.Account> accounts, ServiceOptions options, Visitor visitor) : PageModel
{
    public Gci.Data.Accounts.Account Account { get; private set; } = null!;

    /// <summary>The key that waits to be confirmed; null where none does.</summary>
    public string? Key { get; private set; }

    /// <summary>Recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public bool HasPassword { get; private set; }

    public bool IsRequired => options.RequireSecondFactor && visitor.LacksSecondFactor;

    public Mistakes Mistakes { get; private set; } = new();

    /// <summary>The key in groups of four, as people type it.</summary>
    public string KeyInGroups => string.Join(' ', (Key ?? "").Chunk(4).Select(group => new string(group)));

    public IHtmlContent Picture
    {
        get
        {
            var issuer = Uri.EscapeDataString(visitor.Texts["site.name"]);
            return QrImage.Of($"otpauth://totp/{issuer}:{Uri.EscapeDataString(Account.Email!)}?secret={Key}&issuer={issuer}&digits=6&period=30");
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostBeginAsync(string? password) => IfReallyAsync(password, wanted: false, async () =>
    {
        await own.BeginAsync(Account);
        return RedirectToPage();
    });

    public async Task<IActionResult> OnPostConfirmAsync(string? code, CancellationToken cancel)
    {
        await LoadAsync();
        if (Key is null)
        {
            return RedirectToPage();
        }

        if (await own.TurnOnAsync(Account, string.Concat((code ?? "").Where(char.IsAsciiDigit)), cancel) is not { } codes)
        {
            return this.Again(Mistakes = Mistakes.Of("code", visitor.Texts["account.second-factor.code-wrong"]));
        }

        Codes = codes;
        return Page();
    }

    public Task<IActionResult> OnPostOffAsync(string? password, CancellationToken cancel) => IfReallyAsync(password, wanted: true, async () =>
    {
        await own.TurnOffAsync(Account, cancel);
        return RedirectToPage();
    });

    public Task<IActionResult> OnPostCodesAsync(string? password) => IfReallyAsync(password, wanted: true, async () =>
    {
        Codes = await own.NewCodesAsync(Account);
        return Page();
    });

    private async Task<IActionResult> IfReallyAsync(string? password, bool wanted, Func<Task<IActionResult>> change)
    {
        await LoadAsync();
        return Account.TwoFactorEnabled != wanted ? RedirectToPage()
            : await own.IsReallyAsync(Account, password) ? await change()
            : this.Again(Mistakes = Mistakes.Of("password", visitor.Texts["account.password.current-wrong"]));
    }

    private async Task LoadAsync()
    {
        Account = await own.LoadAsync();
        Key = Account.TwoFactorEnabled ? null : await accounts.GetAuthenticatorKeyAsync(Account);
        (CodesLeft, HasPassword) = (await accounts.CountRecoveryCodesAsync(Account), await accounts.HasPasswordAsync(Account));
    }
}
