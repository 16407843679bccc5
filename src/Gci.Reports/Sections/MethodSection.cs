using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Questionnaires;
using Gci.Reports.Blocks;

namespace Gci.Reports.Sections;

/// <summary>The method: in brief near the front, paragraph by paragraph in the annex.</summary>
internal static class MethodSection
{
    internal static IEnumerable<Block> InBrief(Publication publication)
    {
        var edition = publication.Edition;
        yield return new Heading(1, "The method in brief");
        yield return new Paragraph(
            "The index is a tree. Answers to questions earn points, the points of the parts make those of the whole, level by level, and the whole decides the tier. "
            + "The paragraphs of the method, which the numbers in brackets name, stand in the annex.");
        yield return new Table(
            "The pillars",
            [new("Pillar", 32), .. edition.Questionnaire is null ? [] : new Column[] { new("Indicators", 12, Align.End), new("Scored questions", 16, Align.End) }, new("Points", 10, Align.End)],
            [.. edition.Pillars.Select((pillar, i) => Row(publication, i))]);
        yield return new Bullets([.. Facts(publication)]);
    }

    internal static IEnumerable<Block> Annex(Publication publication)
    {
        yield return new Heading(1, "Annex: the method");
        foreach (var chapter in publication.Edition.Method.Chapters)
        {
            yield return new Heading(2, chapter.Title);
            yield return new Numbered([.. chapter.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Text))]);
        }

        foreach (var block in StudyBlocks.Of(publication))
        {
            yield return block;
        }

        yield return new Heading(2, "Where this report comes from");
        yield return new Paragraph(
            $"Edition {publication.Edition.Id}, definition {publication.Edition.Hash}. Tiers: {publication.Edition.Tiers.Source}. Groups of countries: {string.Join(" ", publication.Edition.Groups.Select(group => group.Source).Distinct())}");
        if (publication.Snapshot is { } snapshot)
        {
            yield return new Paragraph($"The answers are those of snapshot {snapshot.Number.ToString(CultureInfo.InvariantCulture)}, {snapshot.Hash}, and no others.");
        }
    }

    private static ImmutableArray<Cell> Row(Publication publication, int index)
    {
        var pillar = publication.Edition.Pillars[index];
        var section = publication.Edition.Questionnaire?.Sections[index];
        return
        [
            new TextCell(pillar.Title),
            .. section is null ? [] : new Cell[]
            {
                new NumberCell(section.Items.Length, 0),
                new NumberCell(new Questionnaire([section], []).Questions().Count(question => question.IsScored), 0),
            },
            new NumberCell(pillar.Points, 0),
        ];
    }

    private static IEnumerable<string> Facts(Publication publication)
    {
        var edition = publication.Edition;
        if (publication.Snapshot is { } snapshot)
        {
            yield return PublishedSnapshot.Counted;
            yield return $"How the answers of the countries came about: {snapshot.CountsText()}. The page of each country says it of that country.";
        }

        if (publication.Results.Basis == Editions.Results.Basis.Points)
        {
            yield return $"The points of the pillars were taken as they are known; nothing below the pillars entered this report ({edition.Paragraphs.Observed}).";
        }
        else
        {
            yield return $"Every answer earns a share of its question's points; a full measure earns all of them, and none earns nothing. How a question without an answer is treated is said in {edition.Paragraphs.Unanswered}.";
            yield return $"Weights: {edition.Weights.Source}";
        }

        yield return $"Tiers: a lower bound belongs to the tier above it; a score is not rounded before it is compared ({edition.Tiers.Paragraph}).";
        if (publication.Robustness is { } robustness)
        {
            yield return $"How firm a tier is: the share of {RobustnessSection.Number(robustness.Edition.Draws)} draws of other plausible choices in which the country keeps it{RobustnessSection.Cited(publication)}.";
        }

        yield return $"Each pillar has a tier as well, by the same shares of its points ({edition.Paragraphs.PillarTiers}).";
        yield return $"The mean of a group is the plain mean of its countries ({edition.Paragraphs.Means}).";
        yield return $"Areas of relative strength and of potential growth compare a country's pillars with each other, not with other countries ({edition.StrengthParagraph}).";
    }
}
