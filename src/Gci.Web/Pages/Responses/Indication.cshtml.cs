using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Offline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses;

/// <summary>Where somebody's private copy would stand. Nobody but its owner ever sees this page.</summary>
public sealed class IndicationModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public const int GainsShown = 3;

    public IndicationView View { get; private set; } = null!;

    /// <summary>The country's own response to the same edition, where the person leads it and it can still be changed.</summary>
    public Guid? National { get; private set; }

    /// <summary>Whether that response could be begun.</summary>
    public bool CanBegin { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await IndicationView.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        if (visitor.Known.Role == Role.FocalPoint)
        {
            var own = view.Opened.Response;
            var national = await db.Responses.AsNoTracking().FirstOrDefaultAsync(
                other => other.Kind == ResponseKind.National && other.Edition == own.Edition && other.Country == own.Country, cancel);
            (National, CanBegin) = (national is { SubmittedAt: null } ? national.Id : null, national is null);
        }

        return Page();
    }
}
