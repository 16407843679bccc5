using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Results;
using Gci.Reports.Blocks;
using Gci.Reports.Sections;

namespace Gci.Reports;

/// <summary>The report of an edition: a list of sections.</summary>
public static class ResultsReport
{
    public static Report Of(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var edition = publication.Edition;
        return new(
            edition.Title,
            "Countries in tiers",
            "GciEngine",
            publication.Language,
            publication.Notice,
            edition.ReferenceDate,
            edition.Tiers.Colours,
            [
                ("Edition", edition.Id),
                ("Reference date", edition.ReferenceDate.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
                ("Countries", publication.Results.Countries.Length.ToString(CultureInfo.InvariantCulture)),
                ("Disclosure", Said(publication.Disclosure)),
                ("Weights", Weights(publication)),
                ("Definition", edition.Hash[..16]),
                .. publication.Snapshot is { } snapshot ? [("Snapshot", string.Create(CultureInfo.InvariantCulture, $"{snapshot.Number}, {snapshot.Hash[..16]}"))] : Array.Empty<(string, string)>(),
            ],
            [
                .. SummarySection.Build(publication),
                .. CorrectionsSection.Build(publication),
                .. MethodSection.InBrief(publication),
                .. TierListsSection.Build(publication),
                .. RegionsSection.Build(publication),
                .. PillarsSection.Build(publication),
                .. ChangesSection.Build(publication),
                .. RobustnessSection.Build(publication),
                .. CountrySection.Build(publication),
                .. MethodSection.Annex(publication),
            ]);
    }

    private static string Weights(Publication publication) => publication.Results.Basis == Basis.Points ? "Points of the pillars only"
        : publication.UsesIllustrativeWeights ? "Illustrative, not those of an Expert Group"
        : "Those of the edition";

    internal static string Said(Disclosure disclosure) => disclosure switch
    {
        Disclosure.Tiers => "Tiers, overall and by pillar",
        Disclosure.Pillars => "Tiers, and points by pillar",
        _ => "Internal: everything",
    };
}
