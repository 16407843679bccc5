using Gci.Data.Accounts;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Accounts;

/// <summary>Invites somebody to the service. The link is in the mail, and is shown this once.</summary>
public sealed class InviteModel(Invitations invitations, EditionShelf shelf, ServiceOptions options, Visitor visitor) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>The link of the invitation that was just made.</summary>
    public string? Link { get; private set; }

    public Mistakes Mistakes { get; private set; } = new();

    public IReadOnlyList<(string Value, string Text)> Countries => AccountChoices.Countries(shelf, visitor.Texts);

    public void OnGet() => Language = visitor.Language;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (AccountChoices.RoleOf(Role) is not { } role)
        {
            return this.Again(Mistakes = Mistakes.Of("role", new("account-role"), visitor.Texts));
        }

        var draft = new InvitationDraft(Email?.Trim() ?? "", Name?.Trim() ?? "", role, AccountChoices.CountryOf(Country), Language ?? Languages.Source);
        var (secret, field, refusal) = await invitations.InviteAsync(draft, visitor.Known.Id, cancel);
        if (refusal is not null)
        {
            return this.Again(Mistakes = Mistakes.Of(field, refusal, visitor.Texts));
        }

        Link = options.PublicAddress + Invitations.PathOf(secret!);
        return Page();
    }
}
