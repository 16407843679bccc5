using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses.People;

/// <summary>Who works on a response and who is invited to; for the focal point only.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor, TeamChanges changes, TimeProvider clock) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public Team Team { get; private set; } = null!;

    public Wording Wording => Opened.Edition.In(visitor.Language);

    public DateTimeOffset Now => Moment.Now(clock);

    /// <summary>What was just done; shown once.</summary>
    [TempData]
    public string? Note { get; set; }

    /// <summary>The address that opens a new account; shown once.</summary>
    [TempData]
    public string? Link { get; set; }

    public Refusal? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, cancel);

    public Task<IActionResult> OnPostResendAsync(Guid id, Guid invitation, CancellationToken cancel) =>
        ChangeAsync(id, opened => changes.ResendAsync(opened, invitation, cancel), "people.resent", cancel);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid invitation, CancellationToken cancel) =>
        ChangeAsync(id, opened => changes.WithdrawAsync(opened, invitation, cancel), "people.withdrawn", cancel);

    private async Task<IActionResult> ChangeAsync(Guid id, Func<OpenedResponse, Task<TeamOutcome?>> change, string note, CancellationToken cancel)
    {
        if (await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || await change(opened) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is { } refusal)
        {
            (Refusal, Response.StatusCode) = (refusal, 409);
            return await ShowAsync(id, cancel);
        }

        (Note, Link) = (visitor.Texts.Say(note, ("name", outcome.Name)), outcome.Link);
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancel)
    {
        if (await LedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return NotFound();
        }

        (Opened, Team) = (opened, await Team.LoadAsync(db, opened.Response, cancel));
        return Page();
    }
}
