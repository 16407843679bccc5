using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Questionnaires;

namespace Gci.Reports.Questionnaires;

/// <summary>What a workbook or another response would change, question by question, for people to look at before anything is saved.</summary>
public sealed record WorkbookChanges(ImmutableArray<AnswerChange> Answers)
{
    public IEnumerable<AnswerChange> Changed => Answers.Where(answer => answer.Kind == ChangeKind.Changed);

    public IEnumerable<AnswerChange> Conflicting => Answers.Where(answer => answer.Kind == ChangeKind.Conflicting);

    /// <summary>
    /// Compares what is brought with the answers as they are now. What was not touched in a workbook stays as it is now, however much it has
    /// changed since the copy was made.
    /// </summary>
    public static WorkbookChanges Of(QuestionnaireCopy current, IEnumerable<ReturnedAnswer> rows)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(rows);
        var questions = current.Edition.Questionnaire!.Questions().ToDictionary(question => question.Code, StringComparer.Ordinal);
        return new([.. rows.Select(row => Compare(current, questions[row.Code], row))]);
    }

    /// <summary>The answer of another response, brought to the present one: links are added, none is taken away.</summary>
    public static ReturnedAnswer Brought(Question question, Edition edition, CopiedAnswer current, CopiedAnswer other)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(other);
        var (now, brought) = (CanonicalAnswer.Of(current, question, edition), CanonicalAnswer.Of(other, question, edition));
        return new(
            question.Code, now.Revision, CanonicalAnswer.HashOfLinks(now), IsTouched: true, AreLinksTouched: true, IsConfirmed: true,
            brought with { Links = [.. now.Links.Union(brought.Links)] }, Places: null);
    }

    private static AnswerChange Compare(QuestionnaireCopy current, Question question, ReturnedAnswer row)
    {
        var now = CanonicalAnswer.Of(current.AnswerTo(question.Code), question, current.Edition);
        var proposed = CanonicalAnswer.Of(row.Answer, question, current.Edition);
        var differs = row.IsTouched && CanonicalAnswer.Hash(proposed) != CanonicalAnswer.Hash(now);
        var confirms = row.IsConfirmed && now.NeedsConfirmation && !differs;
        var linksNow = CanonicalAnswer.HashOfLinks(now);
        var linksDiffer = row.AreLinksTouched && CanonicalAnswer.HashOfLinks(proposed) != linksNow;
        var kind = !differs && !confirms && !linksDiffer ? ChangeKind.Unchanged
            : ((differs || confirms) && row.BaseRevision != now.Revision) || (linksDiffer && row.LinksBase != linksNow) ? ChangeKind.Conflicting
            : ChangeKind.Changed;
        var rebased = row with { BaseRevision = now.Revision, LinksBase = linksNow, IsTouched = differs, AreLinksTouched = linksDiffer, IsConfirmed = confirms, Answer = proposed };
        return new(question.Code, kind, now, rebased, kind == ChangeKind.Unchanged ? [] : [.. Parts(current, question, now, rebased)]);
    }

    private static IEnumerable<ChangedPart> Parts(QuestionnaireCopy current, Question question, CopiedAnswer now, ReturnedAnswer row)
    {
        if (row.IsTouched && current.InWords(question, now) is var old && current.InWords(question, row.Answer) is var wanted && old != wanted)
        {
            yield return new(current.Texts["answer.part.answer"], old, wanted);
        }

        if (row.IsTouched && now.Comment != row.Answer.Comment)
        {
            yield return new(current.Texts["answer.part.comment"], now.Comment ?? "", row.Answer.Comment ?? "");
        }

        if (row.AreLinksTouched)
        {
            yield return new(current.Texts["answer.part.evidence"], Links(current, now, row.Answer), Links(current, row.Answer, now));
        }

        if (row.IsConfirmed)
        {
            yield return new(current.Texts["answer.part.confirmation"], current.Texts["answer.unconfirmed"], current.Texts["answer.confirmed"]);
        }
    }

    // Those that the other does not have: what stays is not told.
    private static string Links(QuestionnaireCopy copy, CopiedAnswer answer, CopiedAnswer other) =>
        string.Join('\n', answer.Links.Except(other.Links).Select(link => copy.InWords(link)));
}

/// <summary>What becomes of the answer to one question.</summary>
/// <param name="Current">The answer as it is now.</param>
/// <param name="Proposed">What is brought, as a change of the present answer: only what differs from it counts as touched.</param>
/// <param name="Parts">What differs, in words; empty where nothing does.</param>
public sealed record AnswerChange(string Code, ChangeKind Kind, CopiedAnswer Current, ReturnedAnswer Proposed, ImmutableArray<ChangedPart> Parts);

/// <summary>A part of an answer before and after, in words of the reader's language.</summary>
/// <param name="Name">What the part is called, such as "Comment".</param>
/// <param name="Old">What it says now.</param>
/// <param name="New">What it would say.</param>
public sealed record ChangedPart(string Name, string Old, string New);

public enum ChangeKind
{
    /// <summary>Not touched, or already the same.</summary>
    Unchanged,

    /// <summary>Changed there only.</summary>
    Changed,

    /// <summary>Changed there and, to something else, in the service since the copy was made.</summary>
    Conflicting,
}
