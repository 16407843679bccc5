using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Accounts;

/// <summary>Invitations to the service that wait for somebody; those to sections of a response are the focal point's.</summary>
public sealed class InvitationsModel(GciDb db, Invitations invitations, ServiceOptions options, Visitor visitor, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Invitation> Rows { get; private set; } = [];

    /// <summary>The link of the invitation that was just sent again.</summary>
    public string? Link { get; private set; }

    public DateTimeOffset Now { get; } = Moment.Now(clock);

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await db.OpenInvitationsAsync(cancel);

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancel)
    {
        if (await invitations.ResendAsync(id, visitor.Known.Id, cancel) is not { } secret)
        {
            return RedirectToPage();
        }

        (Link, Rows) = (options.PublicAddress + Invitations.PathOf(secret), await db.OpenInvitationsAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        await invitations.WithdrawAsync(id, cancel);
        return RedirectToPage();
    }
}
