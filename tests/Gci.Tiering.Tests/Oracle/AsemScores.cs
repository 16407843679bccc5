using System.Text.Json;
using Gci.Testing;

namespace Gci.Tiering.Tests.Oracle;

/// <summary>The scores of the ASEM example index and what the reference found about them.</summary>
internal static class AsemScores
{
    /// <summary>The index of arithmetic means on the scale [0, 100] that the reference tiers were made on; the file has it on [1, 100].</summary>
    internal static double[] Index() => [.. Shared.OracleTable("asem_agg_amean.csv").Numbers("Index").Select(score => (score - 1) * 100 / 99)];

    /// <summary>One figure of a reference result, such as the goodness of fit.</summary>
    internal static double Figure(string result, string name) => Result(result).GetProperty(name).GetDouble();

    /// <summary>A list of figures of a reference result.</summary>
    internal static double[] Figures(string result, string name) =>
        [.. Result(result).GetProperty(name).EnumerateArray().Select(figure => figure.GetDouble())];

    /// <summary>For each score the class it falls into between the reference's breaks, printed to fifteen digits; 0 for the lowest.</summary>
    internal static int[] Classes(string result, double[] scores)
    {
        var inner = Figures(result, "breaks")[1..^1];
        return [.. scores.Select(score => inner.Count(bound => Math.Round(score, 9) >= Math.Round(bound, 9)))];
    }

    /// <summary>For each score the class that a scheme puts it into, 0 for the lowest.</summary>
    internal static int[] Classes(TierScheme scheme, double[] scores) =>
        [.. scheme.Assign(scores, 100).Select(tier => scheme.BestFirst.Length - 1 - tier!.Place)];

    private static JsonElement Result(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Oracle("tiers_breaks.json")));
        return document.RootElement.GetProperty(name).Clone();
    }
}
