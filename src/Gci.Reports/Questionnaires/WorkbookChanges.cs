using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Reports.Questionnaires;

/// <summary>What an uploaded workbook would change, question by question, for people to look at before anything is saved.</summary>
public sealed record WorkbookChanges(ImmutableArray<AnswerChange> Answers)
{
    public IEnumerable<AnswerChange> Changed => Answers.Where(answer => answer.Kind == ChangeKind.Changed);

    public IEnumerable<AnswerChange> Conflicting => Answers.Where(answer => answer.Kind == ChangeKind.Conflicting);

    /// <summary>
    /// Compares the workbook with the answers as they are now. What was not touched in the workbook stays as it is now, however much it has changed
    /// since the copy was made.
    /// </summary>
    public static WorkbookChanges Of(QuestionnaireCopy current, ReturnedWorkbook workbook)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(workbook);
        var questions = current.Edition.Questionnaire!.Questions().ToDictionary(question => question.Code, StringComparer.Ordinal);
        return new([.. workbook.Rows.Select(row => Compare(current, questions[row.Code], row))]);
    }

    private static AnswerChange Compare(QuestionnaireCopy current, Question question, ReturnedAnswer row)
    {
        var now = CanonicalAnswer.Of(current.AnswerTo(question.Code), question, current.Edition);
        var confirms = row.IsConfirmed && now.NeedsConfirmation;
        var differs = row.IsTouched && CanonicalAnswer.Hash(row.Answer) != CanonicalAnswer.Hash(now);
        var kind = !differs && !confirms ? ChangeKind.Unchanged : row.BaseRevision == now.Revision ? ChangeKind.Changed : ChangeKind.Conflicting;
        return new(question.Code, kind, now, row, kind == ChangeKind.Unchanged ? [] : [.. Parts(current, question, now, row, differs, confirms)]);
    }

    private static IEnumerable<ChangedPart> Parts(QuestionnaireCopy current, Question question, CopiedAnswer now, ReturnedAnswer row, bool differs, bool confirms)
    {
        ChangedPart[] all =
        [
            new("answer.part.answer", current.InWords(question, now), differs ? current.InWords(question, row.Answer) : current.InWords(question, now)),
            new("answer.part.comment", now.Comment ?? "", differs ? row.Answer.Comment ?? "" : now.Comment ?? ""),
            new("answer.part.evidence", Links(current, now), differs ? Links(current, row.Answer) : Links(current, now)),
        ];
        var parts = all.Where(part => part.Old != part.New).Select(part => part with { Name = current.Texts[part.Name] });
        return confirms ? parts.Append(new(current.Texts["answer.part.confirmation"], current.Texts["answer.unconfirmed"], current.Texts["answer.confirmed"])) : parts;
    }

    private static string Links(QuestionnaireCopy copy, CopiedAnswer answer) => string.Join('\n', answer.Links.Select(link => copy.InWords(link)));
}

/// <summary>What becomes of the answer to one question.</summary>
/// <param name="Current">The answer as it is now.</param>
/// <param name="Proposed">The answer of the workbook.</param>
/// <param name="Parts">What differs, in words; empty where nothing does.</param>
public sealed record AnswerChange(string Code, ChangeKind Kind, CopiedAnswer Current, ReturnedAnswer Proposed, ImmutableArray<ChangedPart> Parts);

/// <summary>A part of an answer before and after, in words of the reader's language.</summary>
/// <param name="Name">What the part is called, such as "Comment".</param>
public sealed record ChangedPart(string Name, string Old, string New);

public enum ChangeKind
{
    /// <summary>Not touched in the workbook, or already the same.</summary>
    Unchanged,

    /// <summary>Changed in the workbook only.</summary>
    Changed,

    /// <summary>Changed in the workbook and, to something else, in the service since the copy was made.</summary>
    Conflicting,
}
