using Gci.Data;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Reviews;

/// <summary>The review of one country: how far each pillar is, who judges it, and what can be done next.</summary>
public sealed class CountryModel(GciDb db, EditionShelf shelf, Visitor visitor, Researching research, Returning returning, TimeProvider clock) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    /// <summary>Null where nothing of it may be read yet.</summary>
    public ReviewContent? Review { get; private set; }

    public Refusal? Refusal { get; private set; }

    public bool RunsEdition => new ReviewSight(Opened.Actor, []).RunsEdition;

    public ResponseState State => Opened.Response.State;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel) => DoAsync(id, opened => db.CloseReviewAsync(opened, clock, cancel), cancel);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel) => DoAsync(id, opened => db.ReopenReviewAsync(opened, clock, cancel), cancel);

    public Task<IActionResult> OnPostEndReturnAsync(Guid id, CancellationToken cancel) => DoAsync(id, opened => returning.EndAsync(opened, cancel), cancel);

    public Task<IActionResult> OnPostResearchAsync(Guid id, CancellationToken cancel) => DoAsync(id, opened => research.BeginAsync(opened, cancel), cancel);

    public Task<IActionResult> OnPostOfferAsync(Guid id, CancellationToken cancel) => DoAsync(id, opened => research.OfferAsync(opened, cancel), cancel);

    public Task<IActionResult> OnPostEndOfferAsync(Guid id, CancellationToken cancel) => DoAsync(id, opened => research.EndOfferAsync(opened, cancel), cancel);

    private async Task<IActionResult> DoAsync(Guid id, Func<OpenedResponse, Task<Refusal?>> change, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (await change(Opened) is not { } refusal)
        {
            return LocalRedirect($"/reviews/{id}");
        }

        await LoadAsync(id, cancel);
        Refusal = refusal;
        Response.StatusCode = 409;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await ReviewedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return false;
        }

        Opened = opened;
        Review = await ReviewContent.FindAsync(db, shelf, visitor.Known, id, visitor.Language, cancel);
        return true;
    }
}
