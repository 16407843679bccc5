using System.Collections.Immutable;
using Gci.Editions.Changes;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;
using Gci.Reports.Sections;

namespace Gci.Reports.Sheets;

/// <summary>The sheets that show what changed between two editions.</summary>
internal static class ChangeSheets
{
    internal static Sheet Summary(EditionComparison comparison) => new(comparison.Texts["changes.sheet.summary"],
    [
        new Heading(1, EditionChangesReport.TitleOf(comparison)),
        .. comparison.Texts.HasFallenBack ? [new Note(comparison.Say("document.partly-english"))] : Array.Empty<Block>(),
        new Facts(
        [
            (comparison.Say("changes.before"), comparison.English($"{comparison.Before.Title} ({comparison.Before.Id})")),
            (comparison.Say("changes.after"), comparison.English($"{comparison.After.Title} ({comparison.After.Id})")),
            (comparison.Say("changes.definition-before"), comparison.Before.Hash),
            (comparison.Say("changes.definition-after"), comparison.After.Hash),
        ]),
        .. EditionChangesSection.Build(comparison).TakeWhile(block => block is not Table).Where(block => block is Paragraph or Note),
        EditionChangesSection.Counts(comparison),
    ]);

    internal static Sheet Questions(EditionComparison comparison) => new(comparison.Texts["changes.sheet.questions"],
    [
        new Heading(1, comparison.Say("changes.questions")),
        new Paragraph(comparison.Say("changes.marks", ("removed", comparison.Say("changes.marks-removed")), ("added", comparison.Say("changes.marks-added")))),
        new Table(
            comparison.Say("changes.questions"),
            [
                .. Columns(comparison, 14, "changes.code-before", "changes.code-after"), new(comparison.Say("changes.pillar"), 9), new(comparison.Say("changes.label.what"), 20),
                .. Columns(comparison, 26, "changes.label.title"), .. Columns(comparison, 48, "changes.label.text", "changes.label.help"), .. Columns(comparison, 30, "changes.label.answer", "changes.label.evidence"),
                .. Columns(comparison, 18, "changes.label.class"), .. Columns(comparison, 24, "changes.label.condition"), .. Columns(comparison, 40, "changes.reasons"),
            ],
            [.. comparison.Changes.Questions.Select(change => Row(comparison, change))]),
    ]);

    internal static Sheet Weights(EditionComparison comparison) => new(comparison.Texts["changes.sheet.weights"],
    [
        new Heading(1, comparison.Say("changes.weights")),
        .. MethodChangesSection.Illustrative(comparison),
        ChangeTables.Weights(comparison, comparison.Say("changes.weights"), comparison.Changes.Weights, withShares: true),
    ]);

    internal static Sheet Credits(EditionComparison comparison) => new(comparison.Texts["changes.sheet.credits"],
        [new Heading(1, comparison.Say("changes.credits")), new Paragraph(comparison.Say("changes.credits-what")), ChangeTables.Credits(comparison, comparison.Changes.Credits)]);

    internal static Sheet Method(EditionComparison comparison) => new(comparison.Texts["changes.sheet.method"],
    [
        .. MethodChangesSection.Build(comparison).SkipWhile(block => block is not Heading { Level: 1 } heading || heading.Text != comparison.Say("changes.method"))
            .Where(block => block is not Compared),
        new Table(
            comparison.Say("changes.paragraphs"),
            [new(comparison.Say("changes.paragraph-number"), 11), new(comparison.Say("changes.chapter"), 30), new(comparison.Say("changes.label.what"), 16), new(comparison.Say("changes.words"), 100)],
            [
                .. comparison.Changes.Paragraphs.Select(paragraph => (ImmutableArray<Cell>)
                [
                    new TextCell(paragraph.Number), new TextCell(paragraph.Chapter), new TextCell(comparison.Say(KindOf(paragraph))),
                    new TextCell(TextChange.Between(paragraph.Before ?? "", paragraph.After ?? "").ToString()),
                ]),
            ]),
    ]);

    private static string KindOf(ParagraphChange paragraph) => paragraph switch
    {
        { IsSame: true } => "changes.kind.Same",
        { Before: null } => "changes.kind.New",
        { After: null } => "changes.kind.Dropped",
        _ => "changes.kind.Changed",
    };

    private static IEnumerable<Column> Columns(EditionComparison comparison, double width, params IEnumerable<string> keys) => keys.Select(key => new Column(comparison.Say(key), width));

    private static ImmutableArray<Cell> Row(EditionComparison comparison, QuestionChange change) =>
    [
        new TextCell(comparison.Row(change.Before.Select(question => question.Code))), new TextCell(comparison.Row(change.After.Select(question => question.Code))),
        new TextCell(change.Pillar), new TextCell(comparison.What(change)),
        Words(comparison, change, (wording, question) => wording.Title(question)), Words(comparison, change, (wording, question) => wording.Text(question)), Words(comparison, change, (wording, question) => wording.Help(question)),
        Said(change, (question, isAfter) => comparison.Answer(question, isAfter)), Said(change, (question, isAfter) => comparison.Evidence(question, isAfter)),
        Said(change, (question, _) => comparison.Class(question.Class)), Said(change, (question, isAfter) => comparison.Condition(question, isAfter)),
        new TextCell(string.Join('\n', change.Reasons.Select(reason => $"{reason.Edition}: {comparison.English(reason.Text)}"))),
    ];

    private static TextCell Words(EditionComparison comparison, QuestionChange change, Func<Wording, Question, Phrase> phrase)
    {
        if (change.Pair is var (old, question))
        {
            var worded = comparison.Wording.Of(before => phrase(before, old), after => phrase(after, question));
            return new(worded.Language == comparison.Language ? worded.Change.ToString() : comparison.English(worded.Change.ToString()));
        }

        return new(string.Join('\n', change.Before.Select(one => Whole(comparison, phrase(comparison.Wording.Before, one), PartKind.Removed))
            .Concat(change.After.Select(one => Whole(comparison, phrase(comparison.Wording.After, one), PartKind.Added)))));
    }

    private static string Whole(EditionComparison comparison, Phrase phrase, PartKind kind) => TextChange.Whole(comparison.Marked(phrase), kind).ToString();

    private static TextCell Said(QuestionChange change, Func<Question, bool, string> sentence) => new(
        change.Pair is var (old, question) ? TextChange.Between(sentence(old, false), sentence(question, true)).ToString()
        : string.Join('\n', change.Before.Select(one => TextChange.Whole(sentence(one, false), PartKind.Removed).ToString()).Concat(change.After.Select(one => TextChange.Whole(sentence(one, true), PartKind.Added).ToString()))));
}
