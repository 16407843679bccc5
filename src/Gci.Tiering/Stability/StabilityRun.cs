using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gci.Scoring.Draws;

namespace Gci.Tiering.Stability;

/// <summary>Counts the tiers of a range of draws on all processors. The same range gives the same counts on any number of threads and in any split.</summary>
public static class StabilityRun
{
    // So many draws at a time are enough work for a thread, and few enough for the threads to end together.
    private const int LotSize = 1024;

    /// <param name="seed">Names the draws.</param>
    /// <param name="threads">Null for all processors.</param>
    /// <param name="progress">Told the number of draws done so far.</param>
    public static StabilityCounts Count(
        StabilityModel model, ulong seed, DrawRange range, int? threads = null, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(range.From, nameof(range));
        ArgumentOutOfRangeException.ThrowIfLessThan(range.To, range.From, nameof(range));
        var (workers, done) = (new ConcurrentBag<StabilityWorker>(), 0L);
        var first = range.From / LotSize;
        Parallel.For(
            first, range.Count == 0 ? first : ((range.To - 1) / LotSize) + 1, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancel },
            () => new StabilityWorker(model, seed),
            (lot, _, worker) =>
            {
                var (from, to) = (Math.Max(range.From, lot * LotSize), Math.Min(range.To, (lot + 1) * LotSize));
                worker.Add(from, to);
                progress?.Report(Interlocked.Add(ref done, to - from));
                return worker;
            },
            workers.Add);
        return Summed(model, range, [.. workers]);
    }

    private static StabilityCounts Summed(StabilityModel model, DrawRange range, IReadOnlyList<StabilityWorker> workers)
    {
        var byTier = Enumerable.Range(0, model.Countries.Length).Select(country =>
        {
            // What reaches a bound reaches all lower ones too.
            long[] reached = [.. Enumerable.Range(0, model.Bounds.Count).Select(bound => workers.Sum(worker => worker.Tally[country, bound])), range.Count];
            return reached.Select((count, tier) => tier == 0 ? count : count - reached[tier - 1]).ToImmutableArray();
        });
        var close = workers.Where(worker => worker.Close is not null).Select(worker => worker.Close!.Counts).Aggregate((CloseCounts?)null, (sum, next) => sum?.With(next) ?? next);
        return new(range, [.. byTier], close ?? new CloseLook(model.Nominal, model.Scheme.BestFirst.Length, model.Maximum).Counts);
    }
}
