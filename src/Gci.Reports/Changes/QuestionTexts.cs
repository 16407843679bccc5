using Gci.Editions.Changes;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Reports.Changes;

/// <summary>The texts of a question that differ, or all of one that came or went, each under the name by which programs know it.</summary>
internal static class QuestionTexts
{
    internal static IEnumerable<ChangedWords> Of(EditionComparison comparison, QuestionChange change)
    {
        var all = change.Pair is var (old, question)
            ? Fields(comparison).Select(field => ChangedWords.Of(field.Name, comparison.Wording.Of(before => field.Text(before, old, false), after => field.Text(after, question, true))))
            : [
                .. change.Before.SelectMany(one => Fields(comparison).Select(field => Whole(field.Name, one, field.Text(comparison.Wording.Before, one, false), PartKind.Removed))),
                .. change.After.SelectMany(one => Fields(comparison).Select(field => Whole(field.Name, one, field.Text(comparison.Wording.After, one, true), PartKind.Added))),
            ];
        return all.Where(words => words.Before != words.After);
    }

    private static IEnumerable<(string Name, Func<Wording, Question, bool, Phrase> Text)> Fields(EditionComparison comparison) =>
    [
        ("title", (wording, question, _) => wording.Title(question)), ("text", (wording, question, _) => wording.Text(question)), ("help", (wording, question, _) => wording.Help(question)),
        ("answer", (_, question, isAfter) => Sentence(comparison.Wanted(question, isAfter))),
        ("options", (wording, question, _) => Options(wording, question)),
        ("evidence", (_, question, isAfter) => Sentence(comparison.Evidence(question, isAfter))), ("class", (_, question, _) => Sentence(comparison.Class(question.Class))),
        ("condition", (_, question, isAfter) => Sentence(comparison.Condition(question, isAfter))),
        .. comparison.ShowsGuides ? [("guide", (_, question, _) => new(question.Guide, Languages.Source, TranslationState.Approved))] : Array.Empty<(string, Func<Wording, Question, bool, Phrase>)>(),
    ];

    // The codes stand with the labels, because answers name them.
    private static Phrase Options(Wording wording, Question question)
    {
        var options = question.Type is OptionsType type ? type.Options.Select(option => (option.Code, Label: wording.Option(question, option))).ToArray() : [];
        var missing = options.Any(option => option.Label.IsFallback);
        return new(string.Join("; ", options.Select(option => $"{option.Code}: {option.Label.Text}")), missing ? Languages.Source : wording.Language, missing ? TranslationState.Missing : TranslationState.Approved);
    }

    private static ChangedWords Whole(string name, Question question, Phrase phrase, PartKind kind) => ChangedWords.Of($"{question.Code} {name}", new(TextChange.Whole(phrase.Text, kind), phrase.Language));

    private static Phrase Sentence(string text) => new(text, Languages.Source, TranslationState.Approved);
}
