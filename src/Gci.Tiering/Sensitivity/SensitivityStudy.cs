using System.Collections.Immutable;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Sensitivity;

/// <summary>Asks which source of uncertainty changes tiers: Sobol indices of the outcome "another tier than the published one", one factor a source.</summary>
/// <param name="Size">N, rows of the design; a power of two.</param>
/// <param name="Bootstraps">How often rows are drawn again for the intervals.</param>
public sealed record SensitivityStudy(int Size = 512, int Bootstraps = 100)
{
    private const double Share = 0.95;

    /// <summary>The edition first, whose outcome is the share of countries that change tier, then each country that changes tier in a run; none without sources.</summary>
    /// <param name="threads">Null for all processors; the bits do not depend on it.</param>
    public ImmutableArray<TierSensitivity> Of(StabilityModel model, ulong seed, int? threads = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var sources = model.Sources.Codes;
        if (sources.IsEmpty)
        {
            return [];
        }

        var design = new SobolDesign(Size, sources.Length, hasSecondOrder: true, seed);
        var outcomes = TierOutcomes.Of(model, design, seed, threads, cancel);
        (string? Country, double[] Outcomes)[] changing =
        [
            (null, Mean(outcomes)),
            .. model.Countries.Select((country, place) => ((string?)country, outcomes[place])).Where(pair => pair.Item2.Contains(1)),
        ];
        var (indices, rows, found) = (new SobolIndices(design), new BootstrapRows(Size, Bootstraps, seed), new TierSensitivity[changing.Length]);
        Parallel.For(
            0, changing.Length, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancel },
            at => found[at] = Said(changing[at].Country, changing[at].Outcomes, sources, indices.Estimate(changing[at].Outcomes, rows, Share)));
        return [.. found];
    }

    private static double[] Mean(double[][] outcomes) =>
        [.. Enumerable.Range(0, outcomes[0].Length).Select(run => outcomes.Sum(country => country[run]) / outcomes.Length)];

    private static TierSensitivity Said(string? country, double[] outcomes, ImmutableArray<string> sources, (SobolEstimate Found, SobolInterval Interval) estimate)
    {
        var (found, interval) = estimate;
        var pairs = Enumerable.Range(0, sources.Length).SelectMany(first => Enumerable.Range(first + 1, sources.Length - first - 1).Select(second => (First: first, Second: second)));
        return new(
            country,
            outcomes.Average(),
            [.. sources.Select((source, factor) => new SourceEffect(source, found.Factors[factor], interval.Low.Factors[factor], interval.High.Factors[factor]))],
            [.. pairs.Select(pair => new PairEffect(
                sources[pair.First], sources[pair.Second], found.Second(pair.First, pair.Second), interval.Low.Second(pair.First, pair.Second), interval.High.Second(pair.First, pair.Second)))]);
    }
}
