using System.Collections.Immutable;
using Gci.Data;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Reviews;

/// <summary>
/// The answers of one pillar, or of the whole country, with all that a reviewer needs to judge them on one page: evidence, guide, the edition
/// before, what was said. It is one plain form; the script judges question by question and adds keys.
/// </summary>
public sealed class QuestionsModel(GciDb db, EditionShelf shelf, Visitor visitor, ReviewForm forms) : PageModel
{
    public ReviewContent Review { get; private set; } = null!;

    public EarlierAnswers Earlier { get; private set; } = null!;

    /// <summary>Null for all.</summary>
    public string? Pillar { get; private set; }

    public ImmutableArray<ReviewLine> Lines { get; private set; }

    /// <summary>The filter of the list: <c>open</c> for what the person has still to do, or a state; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    public IReadOnlyList<(string Question, Refusal Refusal)> Problems { get; private set; } = [];

    /// <summary>What was just typed, where something of it could not be kept.</summary>
    public IFormCollection? Typed { get; private set; }

    public Wording Wording => Review.Opened.Edition.In(visitor.Language);

    public async Task<IActionResult> OnGetAsync(Guid id, string? pillar, CancellationToken cancel) => await LoadAsync(id, pillar, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? pillar, CancellationToken cancel)
    {
        if (!await LoadAsync(id, pillar, cancel))
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        var problems = await forms.TakeAsync(Review, Lines, form, cancel);
        await LoadAsync(id, pillar, cancel);
        if (problems.Count == 0)
        {
            var next = Lines.SkipWhile(line => line.Code != form["go"].ToString()).Skip(1).FirstOrDefault()?.Code;
            return LocalRedirect($"{Request.Path}{(Only is null ? "" : $"?only={Uri.EscapeDataString(Only)}")}{(next is null ? "" : $"#{next}")}");
        }

        (Problems, Typed) = (problems, form);
        Response.StatusCode = 400;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, string? pillar, CancellationToken cancel)
    {
        if (await ReviewContent.FindAsync(db, shelf, visitor.Known, id, visitor.Language, cancel) is not { } content
            || (pillar is not null && content.Opened.Edition.Questionnaire!.Sections.All(section => section.Pillar != pillar)))
        {
            return false;
        }

        (Review, Pillar) = (content, pillar);
        Earlier = await EarlierAnswers.LoadAsync(db, shelf, content.Opened, visitor.Language, cancel);
        Lines = [.. content.Lines.Where(line => (pillar is null || line.Pillar == pillar) && (Only is null or "" || (Only == "open" ? line.IsOpen : ReviewWords.Of(line.Status) == Only)))];
        return true;
    }
}
