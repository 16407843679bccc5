using Gci.Data;
using Gci.Web.Accounts;
using Gci.Web.Mail;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Accounts;

/// <summary>All accounts, for administrators.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Country { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    /// <summary>How many mails did not go out.</summary>
    public int Failed { get; private set; }

    public int Pages => Math.Max(1, (Total + AccountList.PageSize - 1) / AccountList.PageSize);

    public IReadOnlyList<Gci.Data.Accounts.Account> Rows { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Countries => AccountChoices.Countries(shelf, visitor.Texts);

    public async Task OnGetAsync(CancellationToken cancel, int number = 1)
    {
        Number = Math.Clamp(number, 1, 100_000);
        (Rows, Total) = await db.AccountsAsync(new(Text, AccountChoices.RoleOf(Role), AccountChoices.CountryOf(Country), State), Number, cancel);
        Failed = await db.Mails.Failed().CountAsync(cancel);
    }

    /// <summary>The address of another page of the same list.</summary>
    public string At(int number) => "/accounts".With(("text", Text), ("role", Role), ("country", Country), ("state", State), ("number", $"{number}"));
}
