using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>What of a plain form could not be done. What was typed for it stays in its fields.</summary>
/// <param name="Part">The part of the question: <c>answer</c>, <c>evidence</c>, <c>remark</c> or <c>suggestion</c>.</param>
/// <param name="Theirs">What somebody else answered meanwhile.</param>
public sealed record FormProblem(string Question, string Part, Refusal Refusal, AnswerRevision? Theirs = null);

/// <summary>
/// Carries out a plain form: saves its answers, then keeps the evidence and the remarks that were typed, then does what its button says. Each of
/// them succeeds or fails by itself.
/// </summary>
public sealed class SectionForm(GciDb db, SectionActions actions, TimeProvider clock)
{
    private readonly List<FormProblem> _problems = [];

    /// <summary>The revision at which an answer stands after saving, by question.</summary>
    private readonly Dictionary<string, int> _seen = [];

    public async Task<IReadOnlyList<FormProblem>> TakeAsync(SectionContent content, IFormCollection form, FormButton button, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(form);
        foreach (var question in content.Page.Questions())
        {
            await AnswerAsync(content, question, form, button, cancel);
        }

        foreach (var question in content.Page.Questions())
        {
            await actions.TypedAsync(content, question, form, button, _problems, cancel);
        }

        await actions.DecideAsync(content, button, _seen, _problems, cancel);
        return _problems;
    }

    private async Task AnswerAsync(SectionContent content, Question question, IFormCollection form, FormButton button, CancellationToken cancel)
    {
        if (FormAnswers.BaseRevision(form, question) is not { } revision)
        {
            return;
        }

        var opened = content.Opened;
        var draft = FormAnswers.Draft(form, question, opened.Edition);
        var confirms = button is { Verb: "confirm" } && button.Subject == question.Code;
        if (!confirms && await IsUntouchedAsync(content, question, form, draft, revision, cancel))
        {
            _seen[question.Code] = revision;
            return;
        }

        if (content.Edits(question))
        {
            var save = new SaveAnswer(question.Code, draft, revision, FormAnswers.Key(form, question));
            Note(question, await db.SaveAsync(opened.Response.Id, opened.Actor, opened.Edition, save, clock, cancel));
        }
        else if ((content.Suggests(question) ? (await db.SuggestAsync(opened, question, draft, clock, cancel))?.Refusal : opened.Response.WhyClosed(question.Code) ?? new("not-editor")) is { } refusal)
        {
            _problems.Add(new(question.Code, "answer", refusal));
        }
    }

    private void Note(Question question, SaveOutcome? outcome)
    {
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                _seen[question.Code] = saved.Answer.Revision;
                break;
            case SaveOutcome.Conflict conflict:
                _problems.Add(new(question.Code, "answer", new("changed-meanwhile"), conflict.Theirs));
                break;
            case SaveOutcome.Invalid invalid:
                _problems.Add(new(question.Code, "answer", invalid.Refusal));
                break;
            case SaveOutcome.Refused refused:
                _problems.Add(new(question.Code, "answer", refused.Refusal));
                break;
        }
    }

    // What a person left as the page showed it is none of that person's changes, whoever changed the answer meanwhile.
    private async Task<bool> IsUntouchedAsync(
        SectionContent content, Question question, IFormCollection form, AnswerDraft draft, int revision, CancellationToken cancel)
    {
        var typed = AnswerChecks.Check(content.Opened.Edition, question, draft).Draft;
        if (Guid.TryParse(form[$"{question.Code}.suggestion"], out var suggestion))
        {
            return content.CanSuggest && await db.Suggestions.AsNoTracking().FirstOrDefaultAsync(
                row => row.Id == suggestion && row.ResponseId == content.Opened.Response.Id, cancel) is { } shown && SameAs(shown.AsDraft());
        }

        var current = content.Sheet.Current(question);
        return SameAs((current?.Revision ?? 0) == revision ? current?.AsDraft()
            : revision == 0 ? null
            : (await db.Answers.AsNoTracking().FirstOrDefaultAsync(
                answer => answer.ResponseId == content.Opened.Response.Id && answer.Question == question.Code && answer.Revision == revision, cancel))?.AsDraft());

        bool SameAs(AnswerDraft? shown) => typed == FormAnswers.AsTyped(shown ?? AnswerDraft.Empty, question);
    }
}

/// <summary>What a form's button asks for, such as <c>attach:LEG-1.1</c>.</summary>
public readonly record struct FormButton(string Verb, string Subject)
{
    public static FormButton Of(string? value)
    {
        var parts = (value ?? "").Split(':', 2);
        return new(parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
