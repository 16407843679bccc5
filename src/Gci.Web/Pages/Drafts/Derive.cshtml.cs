using System.Globalization;
using Gci.Data.Drafts;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Drafts;

/// <summary>Derives a draft edition from another.</summary>
public sealed class DeriveModel(EditionShelf shelf, Visitor visitor, DraftDesk desk) : PageModel
{
    private static readonly Dictionary<string, string> s_fields = new() { ["draft-id"] = "id", ["draft-exists"] = "id", ["draft-title"] = "title", ["draft-from"] = "from", ["draft-reference-date"] = "date" };

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    public Mistakes Mistakes { get; private set; } = new();

    /// <summary>Why the edition cannot be derived.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What can be derived from, the newest first.</summary>
    public IReadOnlyList<(string Value, string Text)> Editions => [.. shelf.OnDisk.Reverse().Select(edition => (edition.Id, edition.Title))];

    public IActionResult OnGet()
    {
        From ??= Editions is [var newest, ..] ? newest.Value : null;
        return Draft.IsMadeBy(visitor.Known) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Draft.IsMadeBy(visitor.Known))
        {
            return NotFound();
        }

        var date = DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var outcome = await desk.DeriveAsync(visitor.Known, From, Id?.Trim(), Title, date, cancel);
        if (outcome.Refusal is not { } refusal)
        {
            return LocalRedirect($"/editions/{Id!.Trim()}/draft");
        }

        Problems = outcome.Problems;
        return this.Again(Mistakes = Mistakes.Of(s_fields.GetValueOrDefault(refusal.Code, ""), refusal, visitor.Texts));
    }
}
