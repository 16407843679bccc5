using System.Collections.Immutable;
using System.Globalization;
using Gci.Reports.Blocks;
using Gci.Reports.Stability;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Reports.Sections;

/// <summary>Which source of uncertainty matters for the edition as a whole; nothing where that was not studied. (Method 7.6)</summary>
internal static class SensitivityBlocks
{
    internal static IEnumerable<Block> Of(Publication publication, Robustness robustness)
    {
        if (new ShownStability(publication, robustness).OfEdition is not { } sensitivity)
        {
            yield break;
        }

        var sources = new SourceWords(publication.Edition, robustness.Sources);
        yield return new Heading(2, "What matters most");
        if (CountryWords.Most(sensitivity) is not { } most)
        {
            yield return new Paragraph("No tier changed, so that no source matters more than another.");
            yield break;
        }

        yield return new Paragraph(
            "How many countries change tier differs from draw to draw. The figures say which share of these differences a source explains by itself, and which share it explains by itself and together with others. "
            + Most(sources, sensitivity, most));
        yield return Bars(sources, sensitivity);
        yield return Table(sources, sensitivity);
        foreach (var block in Pairs(sources, sensitivity))
        {
            yield return block;
        }
    }

    private static string Most(SourceWords sources, TierSensitivity sensitivity, SourceEffect most)
    {
        var rivals = sensitivity.Sources.Where(source => source != most && source.High.Total >= most.Low.Total).Select(source => CountryWords.Lower(sources.Name(source.Source))).ToArray();
        return sensitivity.Sources.Length == 1 ? "There is one source only, and it explains all of them."
            : $"The largest share is that of {CountryWords.Lower(sources.Name(most.Source))}: {Percent(most.Index.First)} by itself, {Percent(most.Index.Total)} together with others."
              + (rivals.Length > 0 ? $" Within the intervals {SummarySection.List(rivals)} may matter as much." : "");
    }

    private static Bars Bars(SourceWords sources, TierSensitivity sensitivity)
    {
        var rows = sensitivity.Sources.SelectMany(source => ((string Name, double Value)[])
        [
            ($"{sources.Name(source.Source)}, by itself", 100 * Part(source.Index.First)), ($"{sources.Name(source.Source)}, with others", 100 * Part(source.Index.Total)),
        ]).ToImmutableArray();
        var words = sensitivity.Sources.Select(source => $"{sources.Name(source.Source)}: {Percent(source.Index.First)} by itself, {Percent(source.Index.Total)} with others");
        const string title = "What a source explains of how many countries change tier, in percent";
        return new(title, $"{title}. {string.Join("; ", words)}.", 100, 0, rows);
    }

    private static Table Table(SourceWords sources, TierSensitivity sensitivity) => new(
        "What each source explains, with the interval of 95 of 100 repetitions",
        [new("Source", 34), new("By itself", 12, Align.End), new("Interval", 14, Align.End), new("With others", 12, Align.End), new("Interval", 14, Align.End)],
        [
            .. sensitivity.Sources.Select(source => (ImmutableArray<Cell>)
            [
                new TextCell(sources.Name(source.Source)),
                new TextCell(Percent(source.Index.First)), new TextCell(Interval(source.Low.First, source.High.First)),
                new TextCell(Percent(source.Index.Total)), new TextCell(Interval(source.Low.Total, source.High.Total)),
            ]),
        ]);

    private static IEnumerable<Block> Pairs(SourceWords sources, TierSensitivity sensitivity)
    {
        var clear = sensitivity.Pairs.Where(pair => pair.Low > 0).ToArray();
        if (clear.Length > 0)
        {
            yield return new Paragraph("Together, some sources explain more than the sum of what each explains by itself:");
            yield return new Bullets([.. clear.Select(pair =>
                $"{sources.Name(pair.First)} and {CountryWords.Lower(sources.Name(pair.Second))}: another {Percent(pair.Index)}, interval {Interval(pair.Low, pair.High)}.")]);
        }
        else if (!sensitivity.Pairs.IsEmpty)
        {
            yield return new Paragraph("No two sources together clearly explain more than the sum of what each explains by itself.");
        }
    }

    private static string Interval(double low, double high) => double.IsNaN(low) || double.IsNaN(high)
        ? "not known"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * Part(low):0}–{Percent(high)}");

    // An estimate may lie a little outside of what a share can be.
    private static double Part(double share) => double.IsNaN(share) ? 0 : Math.Clamp(share, 0, 1);

    private static string Percent(double share) => double.IsNaN(share) ? "not known" : ShareText.InWords(Math.Round(Part(share), 2));
}
