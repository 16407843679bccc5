using System.Globalization;

namespace Gci.Scoring.Aggregation;

/// <summary>Aggregators by the words with which a study names them.</summary>
public static class Aggregators
{
    // With more than that, the power of a small share is not a number that a double holds.
    private const double MostPower = 100;

    /// <summary>Such as <c>geometric</c> or <c>power:2</c>.</summary>
    public static string Setting(Aggregator aggregator)
    {
        ArgumentNullException.ThrowIfNull(aggregator);
        return aggregator is PowerMean power ? string.Create(CultureInfo.InvariantCulture, $"{power.Name}:{power.Power}") : aggregator.Name;
    }

    /// <summary>Null where there is no such one.</summary>
    public static Aggregator? Of(string setting) => setting switch
    {
        "points" => new Points(),
        "arithmetic" => new ArithmeticMean(),
        "geometric" => new GeometricMean(),
        "harmonic" => new HarmonicMean(),
        _ => setting?.Split(':') is ["power", var number] && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var power) && Math.Abs(power) <= MostPower ? new PowerMean(power) : null,
    };
}
