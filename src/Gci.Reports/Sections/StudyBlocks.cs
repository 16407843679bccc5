using System.Globalization;
using Gci.Reports.Blocks;
using Gci.Reports.Stability;

namespace Gci.Reports.Sections;

/// <summary>The annex on how the firmness of the tiers was studied, enough to make it again; nothing where it was not. (Method 7.1, 7.7)</summary>
internal static class StudyBlocks
{
    internal static IEnumerable<Block> Of(Publication publication)
    {
        if (publication.Robustness is not { } robustness)
        {
            yield break;
        }

        var (edition, shown) = (robustness.Edition, new ShownStability(publication, robustness));
        yield return new Heading(2, "How the firmness of the tiers was studied");
        yield return new Paragraph(
            "The draws follow one another by number, and each is made from the number that names all of them, the seed, and from its own. So any draw can be made again, on any computer, and gives the same tiers.");
        yield return new Facts(
        [
            ("Draws", RobustnessSection.Number(edition.Draws)),
            ("Seed", robustness.Seed.ToString(CultureInfo.InvariantCulture)),
            .. new SourceWords(publication.Edition, robustness.Sources).All.Select(source => (source.Name, source.Sentence)),
            .. shown.Kept is { } kept ? [("Countries that keep their tier", $"{ShareText.InWords(kept)}, mean of all draws")] : Array.Empty<(string, string)>(),
            ("Adjusted Rand index", Index(edition.AdjustedRandIndex)),
            ("Weighted kappa", edition.WeightedKappa is { } kappa ? Index(kappa) : "not defined"),
        ]);
        yield return new Paragraph(
            $"Both indices compare the tiers of a draw with the published ones; they are means over {RobustnessSection.Number(edition.Closely)} draws. 1 says that the tiers are the same, 0 that they agree no more than by chance. "
            + "The adjusted Rand index asks which countries share a tier. The weighted kappa asks how far a country moves: two tiers count four times as much as one.");
        yield return new Paragraph(
            $"A share of draws is an estimate. Its standard error is {Error(edition.Draws)} percentage points where the share is one half, and less for every other share.");
    }

    private static string Index(double index) => double.IsNaN(index) ? "not defined" : index.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Error(long draws) => (50 / Math.Sqrt(draws)).ToString("0.##", CultureInfo.InvariantCulture) is var text && text == "0" ? "less than 0.01" : text;
}
