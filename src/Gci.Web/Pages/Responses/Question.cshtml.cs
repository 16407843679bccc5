using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
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

    /// <summary>Whether the person may make the answer's class stricter.</summary>
    public bool CanClassify => CanEdit && Opened.Response.Kind == ResponseKind.National && Opened.Actor.Role.IsRespondent();

    /// <summary>Who reads the answer.</summary>
    public Confidentiality Class { get; private set; }

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

    public async Task<IActionResult> OnPostClassAsync(Guid id, string question, [FromForm(Name = "class")] string? wanted, CancellationToken cancel)
    {
        if (!await OpenAsync(id, question, cancel))
        {
            return NotFound();
        }

        var refusal = !CanEdit ? Opened.Response.WhyClosed(Story.Question.Code) ?? new("not-editor")
            : ClassTable.Of(wanted) is not { } known ? new("class-lower")
            : (await db.ClassifyAsync(Opened, Story.Question, known, clock, cancel))?.Refusal;
        if (refusal is not null)
        {
            (Mistake, Response.StatusCode) = (visitor.Texts.Of(refusal), 409);
            return Page();
        }

        Note = visitor.Texts["class.saved"];
        return RedirectToPage(new { id, question });
    }

    private async Task<bool> OpenAsync(Guid id, string question, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || await QuestionStory.LoadAsync(db, opened, question, Before ?? int.MaxValue, QuestionStory.PageSize, visitor.Texts, cancel) is not { } story)
        {
            return false;
        }

        (Opened, Story, Class) = (opened, story, opened.Edition.ClassOf(question, await db.RaisedAsync(id, cancel)));
        return true;
    }
}
