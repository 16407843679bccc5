using System.Collections.Immutable;
using System.Globalization;
using Gci.Reports.Blocks;

namespace Gci.Reports.Sheets;

/// <summary>What the workbook is and how to read it.</summary>
internal static class ReadMeSheet
{
    internal static Sheet Build(Publication publication)
    {
        var edition = publication.Edition;
        var facts = new List<(string Name, string Value)>
        {
            ("Edition", $"{edition.Title} ({edition.Id})"),
            ("Reference date", edition.ReferenceDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Definition (SHA-256)", edition.Hash),
            ("Disclosure", ResultsReport.Said(publication.Disclosure)),
            ("Countries", publication.Results.Countries.Length.ToString(CultureInfo.InvariantCulture)),
            ("Rests on", publication.Results.Basis == Editions.Results.Basis.Answers ? "Answers to the questionnaire" : "Points of the pillars, taken as known"),
            ("Tiers", edition.Tiers.Source),
            ("Weights", edition.Weights.IsIllustrative ? $"Illustrative. {edition.Weights.Source}" : edition.Weights.Source),
            ("Order", "Countries stand by ISO 3166 alpha-3 code. There is no ranking: within a tier no country stands before another."),
            ("Means", "Plain means of countries; for a group of fewer than five countries none is shown unless the workbook is internal."),
        };
        if (publication.ShowsScores)
        {
            facts.Add(("Withheld", "Points below the pillars that would say what a country answered to a question whose answers are not published by country. They count in the pillar all the same."));
        }

        if (publication.Robustness is { } robustness)
        {
            facts.AddRange(FirmnessSheets.Facts(publication, robustness));
        }

        if (publication.Results.WithoutData is { IsEmpty: false } missing)
        {
            facts.Add(("Without data", string.Join(", ", missing.Select(country => country.Iso3))));
        }

        if (publication.Snapshot is { } snapshot)
        {
            facts.Add(("Snapshot", string.Create(CultureInfo.InvariantCulture, $"{snapshot.Number}, SHA-256 {snapshot.Hash}")));
            facts.Add(("Answers from", snapshot.CountsText()));
            facts.Add(("Counted", PublishedSnapshot.Counted));
            facts.AddRange(snapshot.Corrections.Select(correction => (
                string.Create(CultureInfo.InvariantCulture, $"Correction, {correction.Date:yyyy-MM-dd}"), string.Create(CultureInfo.InvariantCulture, $"Snapshot {correction.Number}: {correction.Note}"))));
        }

        return new(
            "Read me",
            [
                new Heading(1, edition.Title),
                new Paragraph("Results in tiers, with the definitions they were made from."),
                new Table("About this workbook", [new("What", 24), new("Fact", 110)], [.. facts.Select(fact => (ImmutableArray<Cell>)[new TextCell(fact.Name), new TextCell(fact.Value)])]),
            ]);
    }
}
