using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses;

/// <summary>What somebody works on; a focal point begins the country's response here.</summary>
public sealed class IndexModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public sealed record Row(Response Response, Edition Edition, string Country);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Editions that the focal point's country has not begun to answer.</summary>
    public IReadOnlyList<Edition> CanOpen { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string edition, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (CanOpen.All(open => open.Id != edition))
        {
            return RedirectToPage();
        }

        var (response, _) = await db.OpenAsync(visitor.Known, shelf.Edition(edition), ResponseKind.National, clock, cancel);
        return response is null ? RedirectToPage() : RedirectToPage("/Responses/Tasks", new { id = response.Id }); // somebody else of the country was quicker
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var actor = visitor.Known;
        var responses = await db.Responses.AsNoTracking()
            .Where(response => response.Kind == ResponseKind.National ? response.Country == actor.Country : response.OwnerId == actor.Id).ToListAsync(cancel);
        Rows =
        [
            .. responses.Where(response => response.IsKnownTo(actor) && shelf.Has(response.Edition))
                .Select(response => new Row(response, shelf.Edition(response.Edition), CountryName(response)))
                .OrderByDescending(row => row.Edition.Id, StringComparer.Ordinal),
        ];
        CanOpen = actor.Role != Role.FocalPoint ? [] :
        [
            .. shelf.Editions.Reverse().Where(edition => edition.Countries.ContainsKey(actor.Country!)
                && Rows.All(row => row.Response.Kind != ResponseKind.National || row.Edition.Id != edition.Id)).Take(1),
        ];
    }

    private string CountryName(Response response) => shelf.Edition(response.Edition).Countries[response.Country].NameIn(visitor.Language);
}
