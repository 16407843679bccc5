using Gci.Data;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Offline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>Where the owner of a private copy closes, reopens or deletes it.</summary>
public sealed class EndModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public Mistakes Mistakes { get; private set; } = new();

    public bool IsClosed => Opened.Response.State == ResponseState.PutAside;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await OpenAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel) =>
        ChangedAsync(id, copy => copy.ClosePrivateCopy(visitor.Known, Moment.Now(clock)), $"/responses/{id}/end", cancel);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel) =>
        ChangedAsync(id, copy => copy.ReopenPrivateCopy(visitor.Known, Moment.Now(clock)), $"/responses/{id}", cancel);

    /// <param name="sure">Whether the box was ticked: nothing brings a deleted copy back.</param>
    public async Task<IActionResult> OnPostDeleteAsync(Guid id, bool sure, CancellationToken cancel)
    {
        if (sure)
        {
            return await ChangedAsync(id, copy => copy.DeletePrivateCopy(visitor.Known, Moment.Now(clock)), "/responses?deleted=true", cancel);
        }

        if (!await OpenAsync(id, cancel))
        {
            return NotFound();
        }

        Mistakes = Mistakes.Of("sure", visitor.Texts["private-copy.delete.not-sure"]);
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancel) =>
        await db.FindCopyAsync(shelf, visitor.Known, id, cancel) is { } opened && (Opened = opened) is not null;

    private async Task<IActionResult> ChangedAsync(Guid id, Func<Response, Refusal?> change, string next, CancellationToken cancel)
    {
        if (await db.ChangeCopyAsync(shelf, visitor.Known, id, change, cancel) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is not { } refusal)
        {
            return Redirect(next);
        }

        Mistakes = Mistakes.Of("", refusal, visitor.Texts);
        return await OpenAsync(id, cancel) ? Page() : NotFound();
    }
}
