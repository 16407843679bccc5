using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Gci.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gci.Web.Pages.Account;

/// <summary>Where the link of an invitation leads: a password is chosen and the account is open.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class InvitationModel(GciDb db, UserManager<Gci.Data.Accounts.Account> accounts, SignInManager<Gci.Data.Accounts.Account> signIn, Visitor visitor, TimeProvider clock) : PageModel
{
    /// <summary>Null where the link cannot be used.</summary>
    public Invitation? Invitation { get; private set; }

    public IReadOnlyList<string> Mistakes { get; private set; } = [];

    public async Task OnGetAsync(string secret, CancellationToken cancel) => await FindAsync(secret, cancel);

    public async Task<IActionResult> OnPostAsync(string secret, string? password, CancellationToken cancel)
    {
        await FindAsync(secret, cancel);
        if (Invitation is null)
        {
            return Page();
        }

        var (account, mistakes) = await db.AcceptAsync(Invitation, password ?? "", accounts, visitor.Texts, clock, cancel);
        if (account is null)
        {
            (Mistakes, Response.StatusCode) = (mistakes, 400);
            return Page();
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return RedirectToPage("/Responses/Index");
    }

    private async Task FindAsync(string secret, CancellationToken cancel)
    {
        var invitation = await db.FindInvitationAsync(secret, cancel);
        if (invitation is null)
        {
            (Mistakes, Response.StatusCode) = ([visitor.Texts["refusal.invitation-unknown"]], 404);
        }
        else if (invitation.WhyNot(Moment.Now(clock)) is { } refusal)
        {
            (Mistakes, Response.StatusCode) = ([visitor.Texts.Of(refusal)], 410);
        }
        else
        {
            Invitation = invitation;
        }
    }
}
