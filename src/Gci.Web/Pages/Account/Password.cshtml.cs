using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>Changes the password of whoever is signed in.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class PasswordModel(OwnAccount own, UserManager<Gci.Data.Accounts.Account> accounts, Visitor visitor) : PageModel
{
    public Gci.Data.Accounts.Account Account { get; private set; } = null!;

    public bool HasPassword { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? current, string? password, CancellationToken cancel)
    {
        await LoadAsync();
        if (!HasPassword)
        {
            return Page();
        }

        if (!await own.IsReallyAsync(Account, current))
        {
            return this.Again(Mistakes = Mistakes.Of("current", visitor.Texts["account.password.current-wrong"]));
        }

        var result = await own.ChangePasswordAsync(Account, current!, password ?? "", cancel);
        if (result.Succeeded)
        {
            return RedirectToPage("/Account/Index", new { Saved = true });
        }

        Mistakes.AddPassword("password", result, visitor.Texts);
        return this.Again(Mistakes);
    }

    private async Task LoadAsync()
    {
        Account = await own.LoadAsync();
        HasPassword = await accounts.HasPasswordAsync(Account);
    }
}
