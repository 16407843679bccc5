using Gci.Data;
using Gci.Web.Accounts;
using Gci.Web.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Editions;

/// <summary>How far every country is, by region.</summary>
public sealed class CountriesModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public CountryBoard Board { get; private set; } = null!;

    public IReadOnlyList<CountryRow> Rows { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel)
    {
        if (await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is not { } opened)
        {
            return NotFound();
        }

        Board = await CountryBoard.LoadAsync(db, opened, visitor.Language, cancel);
        Rows = Board.Of(BoardFilters.Of(Region, State));
        return Page();
    }

    /// <summary>The time until a deadline, in words.</summary>
    public string Left(DateTimeOffset due) => CountryRow.Days(due, Moment.Now(clock)) is > 0 and var days
        ? visitor.Texts.Say("board.days", ("count", days))
        : visitor.Texts["board.over"];
}
