using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Reviews;

/// <summary>The countries of an edition that did not submit in time, and what became of each.</summary>
public sealed class ResearchModel(GciDb db, EditionShelf shelf, Visitor visitor, Researching research) : PageModel
{
    public Edition Edition { get; private set; } = null!;

    /// <summary>A response is null where the country never began.</summary>
    public IReadOnlyList<(string Code, string Country, Response? Response)> Rows { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancel) => await LoadAsync(edition, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, string? country, CancellationToken cancel)
    {
        if (!await LoadAsync(edition, cancel))
        {
            return NotFound();
        }

        var (response, refusal) = await research.BeginAsync(visitor.Known, Edition, country ?? "", cancel);
        if (response is { } begun)
        {
            return LocalRedirect($"/reviews/{begun}");
        }

        Refusal = refusal;
        Response.StatusCode = 409;
        return Page();
    }

    private async Task<bool> LoadAsync(string edition, CancellationToken cancel)
    {
        if (!visitor.Known.Role.IsSecretariat() || !shelf.Has(edition))
        {
            return false;
        }

        Edition = shelf.Edition(edition);
        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == edition && response.Kind == ResponseKind.National).ToDictionaryAsync(response => response.Country, cancel);
        var hasEnded = await db.Runs.AnyAsync(run => run.Edition == edition && run.State == RunState.Verification, cancel);
        Rows =
        [
            .. Edition.Countries.Values.OrderBy(country => country.Iso3, StringComparer.Ordinal).Select(country => (country.Iso3, country.NameIn(visitor.Language), responses.GetValueOrDefault(country.Iso3)))
                .Where(row => row.Item3 is null ? hasEnded : row.Item3.State == ResponseState.NoReply || row.Item3.ResearchedAt is not null),
        ];
        return true;
    }
}
