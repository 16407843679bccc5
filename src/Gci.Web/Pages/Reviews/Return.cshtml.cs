using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Reviewing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Reviews;

/// <summary>Sends questions back to the country: which, why, and what the reviewers propose.</summary>
public sealed class ReturnModel(GciDb db, EditionShelf shelf, Visitor visitor, Returning returning) : PageModel
{
    public ReviewContent Review { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public int Days { get; private set; }

    /// <summary>What was just typed, where it could not be done.</summary>
    public IFormCollection? Typed { get; private set; }

    public Wording Wording => Review.Opened.Edition.In(visitor.Language);

    /// <summary>Queries come first and are chosen already.</summary>
    public IEnumerable<ReviewLine> Lines => Review.Lines.OrderBy(line => line.Status != ReviewStatus.QueryOpen);

    public bool IsChosen(ReviewLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Typed is null ? line.Status == ReviewStatus.QueryOpen : Typed["question"].Contains(line.Code);
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        var drafts = Review.Lines.Where(line => form["question"].Contains(line.Code)).Select(line => new ReturnDraft(
            line.Code, form[$"{line.Code}.why"], FormAnswers.Draft(form, line.Question, Review.Opened.Edition) is { Value: { } value } ? new AnswerDraft(value) : null)).ToList();
        Refusal = await returning.ReturnAsync(Review.Opened, drafts, cancel);
        if (Refusal is null)
        {
            return LocalRedirect($"/reviews/{id}");
        }

        Typed = form;
        Response.StatusCode = 400;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await ReviewContent.FindAsync(db, shelf, visitor.Known, id, visitor.Language, cancel) is not { } content)
        {
            return false;
        }

        (Review, Days) = (content, await db.ReturnDaysAsync(content.Opened.Response.Edition, cancel));
        return true;
    }
}
