using System.Globalization;
using Gci.Reports.Blocks;
using Gci.Reports.Stability;
using Gci.Tiering.Stability;

namespace Gci.Reports.Sections;

/// <summary>How firm the tiers are, and why they are not firmer; nothing where that was not studied. (Method 7.1, 7.2)</summary>
internal static class RobustnessSection
{
    internal const string Title = "How firm the tiers are";

    internal static IEnumerable<Block> Build(Publication publication) => publication.Robustness is { } robustness
        ? [.. Opening(publication, robustness), .. ByTier(publication, robustness), .. Uncertain(publication, robustness), .. SensitivityBlocks.Of(publication, robustness), .. Unfirm(publication, robustness)]
        : [];

    /// <summary>How many countries have which mark, in a sentence.</summary>
    internal static string Counts(Publication publication, Robustness robustness)
    {
        var shown = new ShownStability(publication, robustness);
        return $"{Have(shown.Count(Firmness.Firm))} a firm tier, {Number(shown.Count(Firmness.Likely))} a likely one and {Number(shown.Count(Firmness.Borderline))} a borderline one";
    }

    internal static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The paragraph of the method, where it has one.</summary>
    internal static string Cited(Publication publication) => publication.Edition.Paragraphs.Firmness is { } number ? $" ({number})" : "";

    private static IEnumerable<Block> Opening(Publication publication, Robustness robustness)
    {
        var sources = new SourceWords(publication.Edition, robustness.Sources);
        yield return new Heading(1, Title);
        yield return new Paragraph(
            $"A tier rests on choices that could plausibly have been made otherwise. To see how much hangs on them, the tiers were worked out again {Number(robustness.Edition.Draws)} times, "
            + $"each time with other plausible {sources.Varied}, drawn at random. A tier that hardly ever changes can be relied on; one that often changes lies near a bound between tiers.");
        yield return new Bullets([.. Enum.GetValues<Firmness>().Select(mark => $"{MarkWords.Title(mark)}: the country keeps its tier {MarkWords.HowOften(mark, "draws")}.")]);
        yield return Figures(publication, robustness);
        yield return new Note(
            $"The published tier stays what it is, whatever its mark{Cited(publication)}. A mark says how sure the tier is, not how good a country is.");
        if (publication.UsesIllustrativeWeights)
        {
            yield return new Note($"The weights of indicators and questions are illustrative. The marks say how firm the tiers are around these weights. {publication.Edition.Weights.Source}");
        }
    }

    private static KeyFigures Figures(Publication publication, Robustness robustness)
    {
        var shown = new ShownStability(publication, robustness);
        var (median, most) = robustness.Edition.Changing;
        return new(
        [
            .. Enum.GetValues<Firmness>().Select(mark => (ShareText.Short(Share(shown.Count(mark), robustness.Countries.Length)), $"of tiers are {MarkWords.Word(mark)} ({Number(shown.Count(mark))})")),
            .. shown.Kept is { } kept ? [(ShareText.Short(kept), "of countries keep their tier, mean of all draws")] : Array.Empty<(string, string)>(),
            (Number(median), $"{(median == 1 ? "country changes" : "countries change")} tier in a typical draw; in 95 of 100 draws at most {Number(most)}"),
        ]);
    }

    private static IEnumerable<Block> ByTier(Publication publication, Robustness robustness)
    {
        yield return new Heading(2, "Marks by tier");
        yield return FirmnessTables.Bars(publication, robustness);
        yield return FirmnessTables.ByTier(publication, robustness);
        yield return new Heading(2, "Where the draws put the countries");
        yield return new Paragraph("Each row is a published tier, and each column says in which share of the draws its countries came into a tier. The nearer the shares on the diagonal are to 100\u00a0%, the firmer the tier.");
        yield return FirmnessTables.Flips(publication, robustness, share => FirmnessTables.Share(ShareText.Short(share), share));
        if (new ShownStability(publication, robustness).HidesRows)
        {
            yield return new Paragraph($"No shares are shown for a tier of fewer than {Number(Publication.FewestForMean)} countries, since they would say too much of one of them.");
        }
    }

    private static IEnumerable<Block> Uncertain(Publication publication, Robustness robustness)
    {
        yield return new Heading(2, "What was uncertain");
        yield return new Bullets([.. new SourceWords(publication.Edition, robustness.Sources).All.Select(source => $"{source.Name}: {source.Sentence}")]);
        yield return new Paragraph("Everything else stayed as it is published. In every draw all countries were measured with the same weights, the same method and the same bounds.");
    }

    private static IEnumerable<Block> Unfirm(Publication publication, Robustness robustness)
    {
        yield return new Heading(2, "Countries whose tier is likely or borderline");
        if (robustness.Countries.All(country => country.Firmness == Firmness.Firm))
        {
            yield return new Paragraph("There is none: every tier is firm.");
            yield break;
        }

        yield return new Paragraph(
            "The countries stand in alphabetical order. " + (publication.ShowsPoints ? "The columns say in which share of the draws a country came into each tier. " : "")
            + "All others that have a tier are firm in it.");
        yield return FirmnessTables.Unfirm(publication, robustness);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Have(int count) => count == 1 ? "1 country has" : $"{Number(count)} countries have";
}
