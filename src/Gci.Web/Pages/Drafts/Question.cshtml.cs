using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Pages.Drafts;

/// <summary>A question of a draft: its words, answers, evidence and place.</summary>
public sealed class QuestionModel(DraftDesk desk, Visitor visitor) : DraftPage(desk, visitor)
{
    public Question Question { get; private set; } = null!;

    public QuestionForm Form { get; private set; } = new();

    /// <summary>What somebody else wrote since the page was made; null where nobody did.</summary>
    public Question? Theirs { get; private set; }

    public QuestionChange Change => QuestionChange.Of(Opened.Shown!, Question);

    public bool CanChange => Opened.WhyNot is null && Opened.Shelved.Now is not null;

    /// <summary>The file in which the question is defined.</summary>
    public string FileName => $"questionnaires/{Opened.Shown!.QuestionnaireId}/{Opened.Shown.Pillars.First(pillar => pillar.Code == Section.Pillar).Variable}.yaml";

    /// <summary>What stands beside the question, before which it can be moved.</summary>
    public IEnumerable<Item> Beside => DraftPlaces.Beside(Section, Question.Code);

    private Section Section => DraftPlaces.SectionOf(Opened.Shown!, Question.Code);

    public async Task<IActionResult> OnGetAsync(string edition, string code, CancellationToken cancel)
    {
        if (!await FindAsync(edition, code, cancel))
        {
            return NotFound();
        }

        Form = QuestionForm.Of(Question, QuestionMark.Of(Opened.Shown!, code));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string edition, string code, [FromForm] QuestionForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!await FindAsync(edition, code, cancel))
        {
            return NotFound();
        }

        var outcome = await Desk.StepAsync(Visitor.Known, edition, DraftSteps.Change(code, form.Draft(), form.Seen), cancel);
        Form = form;
        if (outcome.Refusal is { Code: "draft-question-changed" } && await FindAsync(edition, code, cancel))
        {
            (Theirs, form.Seen) = (Question, QuestionMark.Of(Opened.Shown!, code));
            ModelState.Clear();
        }

        return await AfterAsync(outcome, "words", "draft.saved", $"/editions/{edition}/draft/questions/{code}", cancel);
    }

    public Task<IActionResult> OnPostRemoveAsync(string edition, string code, string? reason, CancellationToken cancel) =>
        StepAsync(edition, code, DraftSteps.Remove(code, reason), "remove", "draft.removed", $"/editions/{edition}/draft", cancel);

    public Task<IActionResult> OnPostMoveAsync(string edition, string code, string? before, CancellationToken cancel) =>
        StepAsync(edition, code, DraftSteps.Move(code, before), "move", "draft.moved", $"/editions/{edition}/draft/questions/{code}", cancel);

    private async Task<IActionResult> StepAsync(string edition, string code, DraftStep step, string field, string note, string path, CancellationToken cancel)
    {
        if (!await FindAsync(edition, code, cancel))
        {
            return NotFound();
        }

        Form = QuestionForm.Of(Question, QuestionMark.Of(Opened.Shown!, code));
        return await AfterAsync(await Desk.StepAsync(Visitor.Known, edition, step, cancel), field, note, path, cancel);
    }

    private async Task<bool> FindAsync(string edition, string code, CancellationToken cancel)
    {
        if (!await OpenAsync(edition, cancel) || Opened.Shown?.QuestionOf(code) is not { } question)
        {
            return false;
        }

        Question = question;
        return true;
    }
}
