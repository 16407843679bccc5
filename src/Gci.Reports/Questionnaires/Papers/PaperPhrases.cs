using Gci.Editions.Translations;
using Gci.Reports.Blocks;

namespace Gci.Reports.Questionnaires.Papers;

/// <summary>Texts for paper.</summary>
internal static class PaperPhrases
{
    /// <summary>The text, with its language where English stands in for a translation.</summary>
    internal static Said OnPaper(this Phrase phrase) => new(phrase.Text, phrase.IsFallback ? phrase.Language : null);

    /// <summary>The mark beside what is not translated; null where all is.</summary>
    internal static string? MarkOf(this QuestionnaireCopy copy, params IEnumerable<Phrase> phrases) =>
        phrases.Any(phrase => phrase.IsFallback) ? copy.Texts.Say("document.in-english", ("text", "")).Trim() : null;

    /// <summary>A sentence or label of the interface; English that stands in keeps its own order in a page from right to left.</summary>
    internal static string Say(this QuestionnaireCopy copy, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = copy.Texts.Say(key, values);
        return copy.Wording.IsRightToLeft && copy.Texts.Has(key) && copy.Texts.Phrase(key).IsFallback ? $"\u2066{text}\u2069" : text;
    }

    /// <summary>What somebody typed, in whatever language: each line keeps its own order.</summary>
    internal static string? Typed(this QuestionnaireCopy copy, string? text) =>
        text is not null && (copy.Wording.IsRightToLeft || text.Any(IsRightToLeft)) ? string.Join('\n', text.Split('\n').Select(line => $"\u2068{line}\u2069")) : text;

    /// <summary>A note where sentences of the paper stand in English; it speaks for all that was said before it is made.</summary>
    internal static IEnumerable<Block> NoteOnEnglish(this QuestionnaireCopy copy)
    {
        if (copy.Texts.HasFallenBack)
        {
            yield return new Note(copy.Say("document.partly-english"));
        }
    }

    /// <summary>Whose answers these are.</summary>
    internal static string AnswersOf(this QuestionnaireCopy copy) => copy.Say("document.answers", ("country", copy.Country.NameIn(copy.Wording.Language)));

    private static bool IsRightToLeft(char letter) => letter is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc');
}
