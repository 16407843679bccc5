using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.History;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gci.Web.Pages.Responses;

/// <summary>How the answer to one question came to be; an earlier one can be made the answer again.</summary>
public sealed class QuestionModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    public OpenedResponse Opened { get; private set; } = null!;

    public QuestionStory Story { get; private set; } = null!;

    public Wording Wording => Opened.Edition.In(visitor.Language);

    public QuestionPage Section => QuestionPage.Holding(Opened.Edition.Questionnaire!, Story.Question.Code);

    public bool CanEdit => Opened.Response.WhyClosed(Story.Question.Code) is null && Opened.RightOf(Section) == Right.Edit;

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [TempData]
    public string? Note { get; set; }

    public string? Mistake { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string question, CancellationToken cancel) => await OpenAsync(id, question, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string question, int revision, int current, Guid once, CancellationToken cancel)
    {
        if (!await OpenAsync(id, question, cancel))
        {
            return NotFound();
        }

        Mistake = !CanEdit ? visitor.Texts.Of(Opened.Response.WhyClosed(Story.Question.Code) ?? new("not-editor"))
            : await db.RestoreAsync(Opened, question, revision, current, once, clock, cancel) switch
            {
                SaveOutcome.Saved => null,
                SaveOutcome.Conflict => visitor.Texts["refusal.changed-meanwhile"],
                SaveOutcome.Invalid invalid => visitor.Texts.Of(invalid.Refusal, Opened.Edition),
                SaveOutcome.Refused refused => visitor.Texts.Of(refused.Refusal),
                _ => visitor.Texts["refusal.revision-unknown"],
            };
        if (Mistake is not null)
        {
            Response.StatusCode = 409;
            await OpenAsync(id, question, cancel);
            return Page();
        }

        Note = visitor.Texts.Say("history.restored", ("revision", revision));
        return RedirectToPage(new { id, question });
    }

    private async Task<bool> OpenAsync(Guid id, string question, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || await QuestionStory.LoadAsync(db, opened, question, Before ?? int.MaxValue, QuestionStory.PageSize, visitor.Texts, cancel) is not { } story)
        {
            return false;
        }

        (Opened, Story) = (opened, story);
        return true;
    }
}
