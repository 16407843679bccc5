using Gci.Data;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Accounts;

/// <summary>One account: its name, role and country, closing and reopening.</summary>
public sealed class PersonModel(
    Administration administration, UserManager<Gci.Data.Accounts.Account> accounts, SignInManager<Gci.Data.Accounts.Account> signIn, EditionShelf shelf, Visitor visitor) : PageModel
{
    public Gci.Data.Accounts.Account Account { get; private set; } = null!;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public Mistakes Mistakes { get; private set; } = new();

    public bool IsOneself => Account.Id == visitor.Known.Id;

    public IReadOnlyList<(string Value, string Text)> Countries => AccountChoices.Countries(shelf, visitor.Texts);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Name, Role, Country) = (Account.Name, Account.Role.ToString(), Account.Country);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var (role, country) = (AccountChoices.RoleOf(Role), AccountChoices.CountryOf(Country));
        var refusal = role is null ? new("account-role")
            : country is not null && !Countries.Any(known => known.Value == country) ? new("account-country")
            : await administration.ChangeAsync(Account, Name, role.Value, country, cancel);
        return await DoneAsync(refusal);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id) ? await DoneAsync(await administration.CloseAsync(Account, cancel)) : NotFound();

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id) ? await DoneAsync(await administration.ReopenAsync(Account, cancel)) : NotFound();

    public async Task<IActionResult> OnPostSecondFactorAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return await DoneAsync((await administration.TurnOffSecondFactorAsync(Account, cancel)).Succeeded ? null : new("account-changed-meanwhile"));
    }

    private async Task<bool> FindAsync(Guid id) => (Account = (await accounts.FindByIdAsync(id.ToString()))!) is not null;

    private async Task<IActionResult> DoneAsync(Refusal? refusal)
    {
        if (refusal is not null)
        {
            (Name, Role) = (Name ?? Account.Name, Role ?? Account.Role.ToString());
            return this.Again(Mistakes = Mistakes.Of(refusal.Code switch { "account-country" => "country", "account-name" => "name", _ => "role" }, refusal, visitor.Texts));
        }

        if (IsOneself && Account.ClosedAt is null)
        {
            await signIn.RefreshSignInAsync(Account);
        }

        return RedirectToPage(new { Account.Id, Saved = true });
    }
}
