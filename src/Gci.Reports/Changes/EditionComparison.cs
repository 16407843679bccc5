using Gci.Editions;
using Gci.Editions.Changes;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Questionnaires;

namespace Gci.Reports.Changes;

/// <summary>What changed between two editions as somebody reads it.</summary>
/// <param name="Texts">The interface texts in the reader's language.</param>
/// <param name="ShowsGuides">Whether what reviewers look for is shown; respondents never see it.</param>
public sealed record EditionComparison(EditionChanges Changes, InterfaceTexts Texts, bool ShowsGuides)
{
    public ChangeWording Wording { get; } = new(Changes, Texts.Language);

    public string Language => Texts.Language;

    public Edition Before => Changes.Before;

    public Edition After => Changes.After;

    internal ConditionWording ConditionsBefore => new(Changes.Before.Questionnaire ?? new([], []), Changes.Before.In(Texts.Language), Texts);

    internal ConditionWording ConditionsAfter => new(Changes.After.Questionnaire ?? new([], []), Changes.After.In(Texts.Language), Texts);

    /// <summary>The changes that differ as far as the reader may know: where only a reviewer's guide changed, nothing did for a respondent.</summary>
    internal IEnumerable<QuestionChange> Shown => Changes.Questions.Where(change => KindOf(change) != QuestionChangeKind.Same);

    internal ChangedParts PartsOf(QuestionChange change) => ShowsGuides ? change.Parts : change.Parts & ~ChangedParts.Guide;

    internal QuestionChangeKind KindOf(QuestionChange change) =>
        change.Kind == QuestionChangeKind.Changed && PartsOf(change) == ChangedParts.None && change.Reasons.IsEmpty ? QuestionChangeKind.Same : change.Kind;

    internal int Count(params ReadOnlySpan<QuestionChangeKind> kinds)
    {
        var count = 0;
        foreach (var change in Changes.Questions)
        {
            count += kinds.Contains(KindOf(change)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A sentence or label; English that stands in keeps its own order in a document from right to left.</summary>
    internal string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = Texts.Say(key, values);
        var known = Texts.Has(key) ? key : $"{key}.other";
        return Texts.IsRightToLeft && Texts.Has(known) && Texts.Phrase(known).IsFallback ? $"\u2066{text}\u2069" : text;
    }

    /// <summary>A text of the definitions, marked where English stands in for a translation.</summary>
    internal string Marked(Phrase phrase) => phrase.IsFallback ? Texts.Say("document.in-english", ("text", Texts.IsRightToLeft ? $"\u2066{phrase.Text}\u2069" : phrase.Text)) : phrase.Text;

    /// <summary>A text that exists in English only, such as a reason.</summary>
    internal string English(string text) => Marked(new(text, Languages.Source, Language == Languages.Source ? TranslationState.Approved : TranslationState.Missing));

    internal string Row(IEnumerable<string> names) => string.Join(Language switch { "ar" => "، ", "zh" => "、", _ => ", " }, names);

    /// <summary>Labels in a row, which may have commas inside.</summary>
    internal string Labels(IEnumerable<string> labels) => string.Join(Language switch { "ar" => "؛ ", "zh" => "；", _ => "; " }, labels);

    /// <summary>How a text of both editions changed, with its label.</summary>
    internal Compared Compared(string label, WordedChange worded) => new(
        worded.Language == Language ? label : $"{label} {Texts.Say("document.in-english", ("text", "")).Trim()}", worded.Change, worded.Language == Language ? null : worded.Language);

    /// <summary>The same for a text as it stands in one edition.</summary>
    internal Compared Stands(string label, Phrase phrase) =>
        Compared(label, new(TextChange.Whole(phrase.Text, PartKind.Kept), phrase.IsFallback ? phrase.Language : Language));

    internal string TitleOf(Question question, bool isAfter) => Marked((isAfter ? Wording.After : Wording.Before).Title(question));
}
