using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages;

/// <summary>The secretariat's inbox: what countries ask, those who wait first.</summary>
public sealed class MessagesModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public Inbox Inbox { get; private set; } = null!;

    public Authors Authors { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Country { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat())
        {
            return NotFound();
        }

        Number = Math.Clamp(Number, 1, 100_000);
        Country = string.IsNullOrEmpty(Country) ? null : Country;
        Inbox = await Inbox.LoadAsync(db, shelf, visitor.Known, Country, Waiting, (Number - 1) * Inbox.PageSize, Inbox.PageSize, cancel);
        Authors = await Authors.LoadAsync(db, Inbox.Rows.Select(row => row.Last.By), visitor.Known, visitor.Texts, cancel);
        return Page();
    }

    /// <summary>The country in the reader's language, as the newest edition calls it.</summary>
    public string NameOf(string country) =>
        shelf.Editions.LastOrDefault(edition => edition.Countries.ContainsKey(country))?.Countries[country].NameIn(visitor.Language) ?? country;
}
