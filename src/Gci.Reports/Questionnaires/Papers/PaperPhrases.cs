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

    /// <summary>The title of the edition and whose answers these are.</summary>
    internal static string AnswersOf(this QuestionnaireCopy copy) =>
        copy.Texts.Say("document.answers", ("country", copy.Country.NameIn(copy.Wording.Language)));
}
