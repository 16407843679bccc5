using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires;

/// <summary>What a copy says about questions and answers in its language.</summary>
internal static class CopyPhrases
{
    /// <summary>The text, marked where English stands in for a translation.</summary>
    internal static string Marked(this QuestionnaireCopy copy, Phrase phrase) =>
        phrase.IsFallback ? copy.Texts.Say("document.in-english", ("text", Isolated(copy, phrase.Text))) : phrase.Text;

    /// <summary>The labels of a question's options, each different from the others.</summary>
    internal static ImmutableArray<string> Labels(Question question, OptionsType type, Wording wording)
    {
        var labels = type.Options.Select(option => wording.Option(question, option).Text).ToImmutableArray();
        return labels.Distinct(StringComparer.Ordinal).Count() == labels.Length
            ? labels
            : [.. labels.Zip(type.Options, (label, option) => $"{label} [{option.Code}]")];
    }

    /// <summary>The answer in words; a sentence where there is none, where the question does not apply, or where the text is no answer.</summary>
    internal static string InWords(this QuestionnaireCopy copy, Question question, CopiedAnswer answer)
    {
        if (answer.IsNotApplicable)
        {
            return answer.Reason is { Length: > 0 } reason
                ? copy.Texts.Say("answer.not-applicable-because", ("reason", reason))
                : copy.Texts["answer.not-applicable"];
        }

        return string.IsNullOrWhiteSpace(answer.Value) ? copy.Texts["answer.none"]
            : CanonicalAnswer.Parsed(answer.Value, question, copy.Edition) is { } parsed ? AnswerWording.Of(parsed, question, copy.Wording, copy.Edition)
            : answer.Value;
    }

    /// <summary>A link in words: title, address, kind of document.</summary>
    internal static string InWords(this QuestionnaireCopy copy, CopiedLink link) =>
        string.Join(" · ", new[] { link.Title, link.Url, copy.KindOf(link.Kind) }.Where(part => part.Length > 0));

    /// <summary>What a kind of document is called.</summary>
    internal static string KindOf(this QuestionnaireCopy copy, string code) =>
        copy.Edition.Questionnaire!.EvidenceKinds.FirstOrDefault(known => known.Code == code) is { } kind ? copy.Wording.EvidenceKind(kind).Text : code;

    /// <summary>What kind of answer is wanted, such as "One option".</summary>
    internal static string Wanted(this QuestionnaireCopy copy, Question question) => AnswerWording.Wanted(question, copy.Wording, copy.Texts);

    /// <summary>How much evidence the answer needs and of what kinds; null where none is asked for.</summary>
    internal static string? Evidence(this QuestionnaireCopy copy, Question question)
    {
        if (question.Evidence is not { } policy)
        {
            return null;
        }

        var kinds = copy.Edition.Questionnaire!.EvidenceKinds.Where(kind => policy.Kinds.Contains(kind.Code)).Select(kind => copy.Wording.EvidenceKind(kind).Text);
        return copy.Texts.Say("answer.evidence", ("count", policy.Minimum), ("maximum", policy.Maximum), ("kinds", string.Join("; ", kinds)));
    }

    // English inside a page from right to left keeps its own order, full stop included.
    private static string Isolated(QuestionnaireCopy copy, string text) => copy.Wording.IsRightToLeft ? $"\u2066{text}\u2069" : text;
}
