using Gci.Tiering.Sensitivity;

namespace Gci.Reports.Stability;

/// <summary>One index of one outcome, as tables in a long form have it.</summary>
/// <param name="Outcome">ISO 3166 alpha-3 code, or <c>edition</c> for the share of countries that change tier.</param>
/// <param name="With">The other source of a second-order index.</param>
/// <param name="Kind"><c>first</c>, <c>total</c> or <c>second</c>.</param>
internal sealed record SensitivityRow(string Outcome, double Changing, string Source, string? With, string Kind, double Index, double Low, double High)
{
    internal const string Edition = "edition";

    internal static IEnumerable<SensitivityRow> Of(TierSensitivity sensitivity)
    {
        var (outcome, changing) = (sensitivity.Country ?? Edition, sensitivity.Changing);
        return sensitivity.Sources
            .SelectMany(source => (SensitivityRow[])
            [
                new(outcome, changing, source.Source, null, "first", source.Index.First, source.Low.First, source.High.First),
                new(outcome, changing, source.Source, null, "total", source.Index.Total, source.Low.Total, source.High.Total),
            ])
            .Concat(sensitivity.Pairs.Select(pair => new SensitivityRow(outcome, changing, pair.First, pair.Second, "second", pair.Index, pair.Low, pair.High)));
    }
}
