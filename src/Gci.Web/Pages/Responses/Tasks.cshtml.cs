using Gci.Data;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses;

/// <summary>The task list of a response: every page of the questionnaire and how far it is.</summary>
public sealed class TasksModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public string Country => Opened.Edition.Countries[Opened.Response.Country].NameIn(visitor.Language);

    public IReadOnlyList<(QuestionPage Page, Progress Progress)> Pages { get; private set; } = [];

    public Progress Total => new(Pages.Sum(row => row.Progress.Asked), Pages.Sum(row => row.Progress.Answered), Pages.Sum(row => row.Progress.ToConfirm));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return NotFound();
        }

        var sheet = new Sheet(opened.Edition, opened.Response.Country, await db.CurrentAnswers(id).AsNoTracking().ToListAsync(cancel));
        (Opened, Pages) = (opened, [.. opened.Pages().Select(page => (page, sheet.ProgressOf(page)))]);
        return Page();
    }
}
