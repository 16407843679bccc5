using System.Collections.Immutable;
using Gci.Editions.Changes;
using Gci.Reports.Blocks;
using Gci.Reports.Changes;

namespace Gci.Reports.Sections;

/// <summary>What became of the questions of an edition: in brief, then pillar by pillar.</summary>
internal static class EditionChangesSection
{
    private static readonly string[] s_counted =
    [
        "changes.questions-before", "changes.questions-after", "changes.kind.Same", "changes.kind.Changed",
        "changes.split-or-merged", "changes.kind.Dropped", "changes.kind.New", "changes.points-before", "changes.points-after",
    ];

    internal static IEnumerable<Block> Build(EditionComparison comparison) => [.. Brief(comparison), .. comparison.Changes.HasQuestions ? Questions(comparison) : []];

    internal static Table Counts(EditionComparison comparison) => new(
        comparison.Say("changes.by-pillar"),
        [
            new(comparison.Say("changes.pillar"), 24),
            .. s_counted.Select(key => new Column(comparison.Say(key), 9, Align.End)),
        ],
        [.. comparison.Changes.Pillars.Select(pillar => Row(comparison, pillar))]);

    private static IEnumerable<Block> Brief(EditionComparison comparison)
    {
        var changes = comparison.Changes;
        yield return new Heading(1, comparison.Say("changes.brief"));
        if (changes.IsEmpty)
        {
            yield return new Note(comparison.Say("changes.none"));
        }

        if (changes.HasQuestions)
        {
            yield return new KeyFigures(
            [
                Figure(comparison, "changes.figure.same", QuestionChangeKind.Same), Figure(comparison, "changes.figure.changed", QuestionChangeKind.Changed),
                Figure(comparison, "changes.figure.regrouped", QuestionChangeKind.Split, QuestionChangeKind.Merged, QuestionChangeKind.Regrouped), Figure(comparison, "changes.figure.dropped", QuestionChangeKind.Dropped),
                Figure(comparison, "changes.figure.new", QuestionChangeKind.New),
            ]);
        }

        yield return new Paragraph(
            !changes.HasQuestions ? comparison.Say("changes.no-questions")
            : changes.Path.IsEmpty ? comparison.Say("changes.by-code")
            : comparison.Say("changes.by-map", ("editions", comparison.Row(changes.Path.Skip(1)))));
        yield return new Paragraph(comparison.Say("changes.marks", ("removed", comparison.Say("changes.marks-removed")), ("added", comparison.Say("changes.marks-added"))));
        yield return Counts(comparison);
    }

    private static IEnumerable<Block> Questions(EditionComparison comparison)
    {
        yield return new Heading(1, comparison.Say("changes.questions"));
        var questions = new ChangedQuestionBlocks(comparison);
        foreach (var pillar in comparison.Changes.Pillars)
        {
            var (changed, same) = (Of(comparison, pillar, isSame: false), Of(comparison, pillar, isSame: true));
            ImmutableArray<Block> own = [.. ChangedFrameBlocks.Of(comparison, pillar)];
            yield return new Heading(2, $"{pillar.Code}  {ChangedFrameBlocks.TitleOf(comparison, pillar)}");
            foreach (var block in own.Concat(changed.SelectMany(questions.Of)))
            {
                yield return block;
            }

            if (same.Length > 0)
            {
                yield return new Paragraph(
                    changed.Length == 0 && own.IsEmpty ? comparison.Say("changes.pillar-same", ("count", same.Length))
                    : comparison.Say("changes.same-as-before", ("codes", comparison.Row(same.SelectMany(change => change.Codes)))));
            }
        }
    }

    private static QuestionChange[] Of(EditionComparison comparison, PillarChange pillar, bool isSame) =>
        [.. comparison.Changes.Questions.Where(change => change.Pillar == pillar.Code && comparison.KindOf(change) == QuestionChangeKind.Same == isSame)];

    private static (string, string) Figure(EditionComparison comparison, string key, params ReadOnlySpan<QuestionChangeKind> kinds) =>
        comparison.Count(kinds) is var count ? (ChangePhrases.NumberOf(count), comparison.Say(key, ("count", count))) : default;

    private static ImmutableArray<Cell> Row(EditionComparison comparison, PillarChange pillar)
    {
        var kinds = comparison.Changes.Questions.Where(change => change.Pillar == pillar.Code).Select(comparison.KindOf).ToLookup(kind => kind);
        var asked = comparison.Changes.HasQuestions;
        return
        [
            new TextCell($"{pillar.Code}  {ChangedFrameBlocks.TitleOf(comparison, pillar)}"),
            new NumberCell(pillar.SectionBefore is null ? null : pillar.QuestionsBefore, 0),
            new NumberCell(pillar.SectionAfter is null ? null : pillar.QuestionsAfter, 0),
            Count(QuestionChangeKind.Same), Count(QuestionChangeKind.Changed), Count(QuestionChangeKind.Split, QuestionChangeKind.Merged, QuestionChangeKind.Regrouped), Count(QuestionChangeKind.Dropped), Count(QuestionChangeKind.New),
            new NumberCell(pillar.Before?.Points, 2),
            new NumberCell(pillar.After?.Points, 2),
        ];

        NumberCell Count(params IEnumerable<QuestionChangeKind> wanted) => new(asked ? wanted.Sum(kind => kinds[kind].Count()) : null, 0);
    }
}
