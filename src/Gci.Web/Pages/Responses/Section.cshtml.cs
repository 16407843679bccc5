using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Pages.Responses;

/// <summary>One page of questions. As a plain form it saves all of them at once, by the same revisions as the script does one by one.</summary>
public sealed class SectionModel(GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock) : PageModel
{
    private readonly Dictionary<string, (AnswerDraft Draft, string? Mistake, AnswerRevision? Theirs)> _unsaved = [];
    private Dictionary<Guid, string> _names = [];
    private Sheet _sheet = null!;

    public OpenedResponse Opened { get; private set; } = null!;

    public QuestionPage Section { get; private set; } = null!;

    public Wording Wording => Opened.Edition.In(visitor.Language);

    public bool CanEdit => Opened.Response.IsOpen && Opened.RightOf(Section) == Right.Edit;

    /// <summary>What could not be saved, by question.</summary>
    public IReadOnlyList<(string Code, string Sentence)> Mistakes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string section, CancellationToken cancel) =>
        await OpenAsync(id, section, cancel) ? await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string section, string? go, CancellationToken cancel)
    {
        if (!await OpenAsync(id, section, cancel))
        {
            return NotFound();
        }

        if (!CanEdit)
        {
            Mistakes = [(Section.Code, visitor.Texts["section.read-only"])];
            return await ShowAsync(cancel);
        }

        var form = await Request.ReadFormAsync(cancel);
        foreach (var question in Section.Questions())
        {
            if (FormAnswers.BaseRevision(form, question) is { } revision)
            {
                var draft = FormAnswers.Draft(form, question);
                Note(question, draft, await db.SaveAsync(
                    id, Opened.Actor, Opened.Edition, new(question.Code, draft, revision, FormAnswers.Key(form, question)), clock, cancel));
            }
        }

        Mistakes = [.. _unsaved.Select(pair => (pair.Key, pair.Value.Mistake ?? visitor.Texts["section.conflict"]))];
        return Mistakes.Count > 0 ? await ShowAsync(cancel) : LocalRedirect(Next(go));
    }

    public QuestionView View(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var current = _sheet.Current(question);
        var unsaved = _unsaved.GetValueOrDefault(question.Code);
        var theirs = unsaved.Theirs is null ? null : visitor.Texts.Say(
            "section.theirs", ("name", _names.GetValueOrDefault(unsaved.Theirs.By)), ("value", unsaved.Theirs.Value ?? visitor.Texts["section.no-answer"]));
        return new(
            question, Wording, visitor.Texts, unsaved.Draft ?? current?.AsDraft() ?? AnswerDraft.Empty, current,
            current is null ? null : _names.GetValueOrDefault(current.By), _sheet.Answers.IsActive(question.Code), CanEdit, unsaved.Mistake, theirs);
    }

    private void Note(Question question, AnswerDraft draft, SaveOutcome? outcome)
    {
        switch (outcome)
        {
            case SaveOutcome.Conflict conflict:
                _unsaved[question.Code] = (draft, null, conflict.Theirs);
                break;
            case SaveOutcome.Invalid invalid:
                _unsaved[question.Code] = (draft, visitor.Texts.Of(invalid.Refusal, Opened.Edition), null);
                break;
            case SaveOutcome.Refused refused:
                _unsaved[question.Code] = (draft, visitor.Texts.Of(refused.Refusal), null);
                break;
        }
    }

    private async Task<bool> OpenAsync(Guid id, string section, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || opened.Pages().FirstOrDefault(page => page.Code == section) is not { } found)
        {
            return false;
        }

        (Opened, Section) = (opened, found);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var current = await db.CurrentAnswers(Opened.Response.Id).AsNoTracking().ToListAsync(cancel);
        _sheet = new(Opened.Edition, Opened.Response.Country, current);
        var people = current.Select(answer => answer.By).Distinct().ToArray();
        _names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        Response.StatusCode = Mistakes.Count > 0 ? 400 : 200;
        return Page();
    }

    private string Next(string? go)
    {
        var tasks = $"/responses/{Opened.Response.Id}";
        return go == "next" && Opened.Pages().SkipWhile(page => page.Code != Section.Code).Skip(1).FirstOrDefault() is { } next ? $"{tasks}/sections/{next.Code}" : tasks;
    }
}
