using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Files;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>What a plain form does beside saving answers.</summary>
public sealed class SectionActions(GciDb db, FileIntake intake, Correspondence correspondence, TimeProvider clock)
{
    /// <summary>Keeps the evidence and the remark that were typed below a question, whichever button was pressed.</summary>
    public async Task TypedAsync(
        SectionContent content, Question question, IFormCollection form, FormButton button, List<FormProblem> problems, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(problems);
        var code = question.Code;
        var evidence = FormEvidence.Of(form, question);
        if (content.Edits(question) && (evidence.IsTyped || button == new FormButton("attach", code)))
        {
            Note("evidence", await AttachAsync(content.Opened, question, evidence.Draft, evidence.File, cancel));
        }

        var remark = FormRemark.Of(form, question);
        if (content.CanRemark && (remark.IsTyped || button == new FormButton("say", code)))
        {
            Note("remark", (await correspondence.SayAsync(content.Opened, code, remark.Audience, remark.Text, cancel))?.Refusal);
        }

        void Note(string part, Refusal? refusal)
        {
            if (refusal is not null)
            {
                problems.Add(new(code, part, refusal));
            }
        }
    }

    /// <summary>Removes, accepts or declines what the button names. What is not on the page is not touched.</summary>
    public async Task DecideAsync(
        SectionContent content, FormButton button, IReadOnlyDictionary<string, int> seen, List<FormProblem> problems, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(problems);
        if (!Guid.TryParse(button.Subject, out var id))
        {
            return;
        }

        if (button.Verb == "remove")
        {
            await RemoveAsync(content, id, problems, cancel);
        }
        else if (button.Verb is "accept" or "decline" && await SuggestionAsync(content, id, cancel) is { } suggestion)
        {
            var refusal = button.Verb == "decline" ? (await db.DeclineAsync(content.Opened, id, clock, cancel))?.Refusal
                : content.CanEdit && seen.TryGetValue(suggestion.Question, out var revision) ? WhyNot(await db.AcceptAsync(content.Opened, id, revision, clock, cancel))
                : null;
            if (refusal is not null)
            {
                problems.Add(new(suggestion.Question, "suggestion", refusal));
            }
        }
    }

    /// <summary>Takes the file, if there is one, and attaches it or the link.</summary>
    public async Task<Refusal?> AttachAsync(OpenedResponse opened, Question question, EvidenceDraft draft, IFormFile? file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return (await TakeAsync(opened, question, draft, file, cancel)).Refusal;
    }

    internal async Task<Outcome<EvidenceItem>> TakeAsync(OpenedResponse opened, Question question, EvidenceDraft draft, IFormFile? file, CancellationToken cancel)
    {
        StoredFile? stored = null;
        if (file is not null)
        {
            // Nothing is received for a question that would not take it.
            if ((opened.Response.WhyClosed(question.Code) ?? draft.WhyNoFile(question)) is { } early)
            {
                return Outcome<EvidenceItem>.Not(early);
            }

            await using var content = file.OpenReadStream();
            (stored, var refusal) = await intake.TakeAsync(opened.Response.Id, opened.Actor.Id, file.FileName, content, cancel);
            if (refusal is not null)
            {
                return Outcome<EvidenceItem>.Not(refusal);
            }
        }

        return await db.AttachAsync(opened, question, draft, stored, clock, cancel) ?? throw new InvalidOperationException("The response is gone.");
    }

    /// <summary>Why a suggestion did not become the answer; null where it did.</summary>
    internal static Refusal? WhyNot(SaveOutcome? outcome) => outcome switch
    {
        SaveOutcome.Conflict => new("changed-meanwhile"),
        SaveOutcome.Invalid invalid => invalid.Refusal,
        SaveOutcome.Refused refused => refused.Refusal,
        _ => null,
    };

    private async Task RemoveAsync(SectionContent content, Guid id, List<FormProblem> problems, CancellationToken cancel)
    {
        var item = content.Evidence.SelectMany(items => items).FirstOrDefault(item => item.Id == id);
        if (item is not null && content.CanEdit && (await db.RemoveAsync(content.Opened, id, clock, cancel))?.Refusal is { } refusal)
        {
            problems.Add(new(item.Question, "evidence", refusal));
        }
    }

    // Editors decide on all suggestions of the page; others take back their own.
    private Task<Suggestion?> SuggestionAsync(SectionContent content, Guid id, CancellationToken cancel)
    {
        var codes = content.Page.Questions().Select(question => question.Code).ToArray();
        return db.Suggestions.AsNoTracking().FirstOrDefaultAsync(
            row => row.Id == id && row.ResponseId == content.Opened.Response.Id && codes.Contains(row.Question) && (content.CanEdit || row.By == content.Opened.Actor.Id), cancel);
    }
}
