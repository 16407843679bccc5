using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>Where the link of an invitation leads: a password is chosen and the account is open. Whoever has an account signs in and accepts.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class InvitationModel(
    Acceptance acceptance, GciDb db, UserManager<Gci.Data.Accounts.Account> accounts, SignInManager<Gci.Data.Accounts.Account> signIn, ServiceOptions options, Visitor visitor, TimeProvider clock) : PageModel
{
    /// <summary>Null where the link cannot be used.</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>The account that has the address already; null where a new one is opened.</summary>
    public Gci.Data.Accounts.Account? Existing { get; private set; }

    /// <summary>Whether the account that has the address already is the one of this session.</summary>
    public bool IsTheirs => Existing is not null && Existing.Id == visitor.Actor?.Id;

    public string? Provider => options.OpenIdConnect?.Name;

    public Mistakes Mistakes { get; private set; } = new();

    public async Task OnGetAsync(string secret, CancellationToken cancel) => await FindAsync(secret, cancel);

    public async Task<IActionResult> OnPostAsync(string secret, string? password, CancellationToken cancel)
    {
        await FindAsync(secret, cancel);
        if (Invitation is null || (Existing is not null && !IsTheirs))
        {
            return Page();
        }

        if (Existing is not null)
        {
            return await acceptance.JoinAsync(Invitation, Existing, cancel) is { } refusal ? this.Again(Mistakes = Mistakes.Of("", refusal, visitor.Texts)) : Onward();
        }

        (var account, Mistakes) = await acceptance.OpenAsync(Invitation, password, null, visitor.Texts, cancel);
        if (account is null)
        {
            return this.Again(Mistakes);
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return Onward();
    }

    private RedirectToPageResult Onward() => RedirectToPage("/Responses/Index");

    private async Task FindAsync(string secret, CancellationToken cancel)
    {
        var invitation = await db.FindInvitationAsync(secret, cancel);
        if ((invitation is null ? new("invitation-unknown") : invitation.WhyNot(Moment.Now(clock))) is { } refusal)
        {
            (Mistakes, Response.StatusCode) = (Mistakes.Of("", refusal, visitor.Texts), invitation is null ? 404 : 410);
            return;
        }

        (Invitation, Existing) = (invitation, await accounts.FindByEmailAsync(invitation!.Email));
    }
}
