using Gci.Data.Accounts;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Account;

/// <summary>A person's own account.</summary>
public sealed class IndexModel(OwnAccount own, UserManager<Gci.Data.Accounts.Account> accounts, SignInManager<Gci.Data.Accounts.Account> signIn, Visitor visitor) : PageModel
{
    public Gci.Data.Accounts.Account Account { get; private set; } = null!;

    public bool HasPassword { get; private set; }

    public string? Name { get; private set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public Mistakes Mistakes { get; private set; } = new();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? name, string? language)
    {
        await LoadAsync();
        Name = name;
        if (Gci.Data.Accounts.Account.WhyNot(name, Account.Role, Account.Country) is { } refusal)
        {
            return this.Again(Mistakes = Mistakes.Of("name", refusal, visitor.Texts));
        }

        (Account.Name, Account.Language) = (name!.Trim(), Languages.IsKnown(language) ? language! : Account.Language);
        return (await accounts.UpdateAsync(Account)).Succeeded ? RedirectToPage(new { Saved = true })
            : this.Again(Mistakes = Mistakes.Of("name", new("account-changed-meanwhile"), visitor.Texts));
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await accounts.UpdateSecurityStampAsync(await own.LoadAsync());
        await signIn.SignOutAsync();
        return RedirectToPage("/Account/SignIn", new { Notice = "ended" });
    }

    private async Task LoadAsync()
    {
        Account = await own.LoadAsync();
        (Name, HasPassword) = (Account.Name, await accounts.HasPasswordAsync(Account));
    }
}
