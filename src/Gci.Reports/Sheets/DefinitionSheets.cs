using System.Collections.Immutable;
using Gci.Editions.Expressions;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Reports.Blocks;

namespace Gci.Reports.Sheets;

/// <summary>The sheets that show what was asked and what it is worth.</summary>
internal static class DefinitionSheets
{
    internal static Sheet Indicators(Publication publication)
    {
        var (edition, shows) = (publication.Edition, publication.Results.Basis == Editions.Results.Basis.Answers);
        var rows = edition.Questionnaire!.Items().Where(item => edition.Tree.Contains(item.Code) && edition.Tree[item.Code].Depth == 2);
        return new("Indicators",
        [
            .. Illustrative(edition.Weights),
            new Table(
                "Indicators",
                [new("Code", 10), new("Pillar", 26), new("Indicator", 46), new("Variable", 34), new("Questions", 11, Align.End), new("Points", 10, Align.End), .. shows ? new Column[] { new("Mean points", 13, Align.End) } : []],
                [.. rows.Select(item => (ImmutableArray<Cell>)
                [
                    new TextCell(item.Code),
                    new TextCell(Pillar(edition, item.Code).Title),
                    new TextCell(item.Title),
                    new TextCell(item.Variable),
                    new NumberCell(Scored(item), 0),
                    new NumberCell(edition.Scorer.Maximum(edition.Tree[item.Code].Position), 4),
                    .. shows ? new Cell[] { Mean(publication, item.Code) } : [],
                ])]),
        ]);
    }

    internal static Sheet Questions(Publication publication)
    {
        var edition = publication.Edition;
        return new("Questions",
        [
            .. Illustrative(edition.Weights),
            new Table(
                "Questions",
                [new("Code", 12), new("Pillar", 26), new("Title", 40), new("Question", 70), new("Answer", 16), new("Points", 10, Align.End), new("Method", 9), new("Asked when", 40), new("Class", 13)],
                [.. edition.Questionnaire!.Questions().Select(question => (ImmutableArray<Cell>)
                [
                    new TextCell(question.Code),
                    new TextCell(Pillar(edition, question.Code).Title),
                    new TextCell(question.Title),
                    new TextCell(question.Text),
                    new TextCell(question.Type.Name),
                    new NumberCell(question.IsScored ? edition.Scorer.Maximum(edition.Tree[question.Code].Position) : null, 4),
                    new TextCell(question.IsScored ? edition.Credits[question.Code].Paragraph : ""),
                    new TextCell(question.Relevant?.ToText() ?? ""),
                    new TextCell(question.Class.Word()),
                ])]),
        ]);
    }

    internal static Sheet Weights(Publication publication)
    {
        var edition = publication.Edition;
        var titles = (edition.Questionnaire?.Items() ?? []).ToDictionary(item => item.Code, item => item.Title);
        var order = edition.Pillars.SelectMany(pillar => (edition.Questionnaire?.Items() ?? []).Select(item => item.Code)
            .Where(code => Pillar(edition, code) == pillar).Prepend(pillar.Code)).Where(edition.Tree.Contains);
        return new("Weights",
        [
            .. Illustrative(edition.Weights),
            new Table(
                "Weights, in points",
                [new("Code", 12), new("Level", 17), new("Title", 50), new("Points", 12, Align.End), new("Share of the index", 18, Align.End)],
                [.. order.Select(code => (ImmutableArray<Cell>)
                [
                    new TextCell(code),
                    new TextCell(edition.Levels[edition.Tree[code].Depth].Name),
                    new TextCell(titles.TryGetValue(code, out var title) ? title : edition.Pillars.First(pillar => pillar.Code == code).Title),
                    new NumberCell(edition.Scorer.Maximum(edition.Tree[code].Position), 6),
                    new NumberCell(edition.Scorer.EffectiveWeight(edition.Tree[code].Position), 6),
                ])]),
        ]);
    }

    internal static Sheet Method(Publication publication) => new("Method",
    [
        new Table(
            "The method, paragraph by paragraph",
            [new("Paragraph", 11), new("Chapter", 34), new("Text", 110)],
            [.. publication.Edition.Method.Chapters.SelectMany(chapter => chapter.Paragraphs.Select(paragraph =>
                (ImmutableArray<Cell>)[new TextCell(paragraph.Number), new TextCell(chapter.Title), new TextCell(paragraph.Text)]))]),
    ]);

    private static IEnumerable<Block> Illustrative(WeightTable weights) => weights.IsIllustrative
        ? [new Note($"Illustrative weights. {weights.Source}")]
        : [];

    private static Pillar Pillar(Editions.Edition edition, string code) =>
        edition.Pillars.First(pillar => code == pillar.Code || code.StartsWith(pillar.Code + "-", StringComparison.Ordinal));

    private static int Scored(Item item) => item is ItemGroup group ? group.Items.Sum(Scored) : item is Question { IsScored: true } ? 1 : 0;

    private static NumberCell Mean(Publication publication, string code) => new(publication.Mean(null, code), Publication.MeanDecimals);
}
