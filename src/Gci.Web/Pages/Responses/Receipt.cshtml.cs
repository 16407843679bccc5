using Gci.Data;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>What was received, from whom and when, with the seal; it is also the page that says that submission worked.</summary>
public sealed class ReceiptModel(GciDb db, EditionShelf shelf, Visitor visitor) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public AnswerList Answers { get; private set; } = null!;

    public SubmissionRecord Record { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !IsShownTo(opened)
            || await SubmissionRecord.FindAsync(db, id, cancel) is not { } record)
        {
            return NotFound();
        }

        (Opened, Record) = (opened, record);
        Answers = new(opened, await Dossier.LoadAsync(db, opened.Sight, cancel), visitor.Language);
        return Page();
    }

    /// <summary>A receipt lists everything, so it is for those who may see everything, once it is submitted.</summary>
    public static bool IsShownTo(OpenedResponse opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return opened.Response.SubmittedAt is not null && QuestionPage.Of(opened.Edition.Questionnaire!).All(page => opened.RightOf(page) > Right.None);
    }
}
