using System.Globalization;
using Gci.Tiering.Stability;

namespace Gci.Benchmarks.Robustness;

/// <summary>The memory of a run of draws in a fresh process, above what it holds before the first draw.</summary>
internal static class RobustnessMemory
{
    private const string Name = "RobustnessMemory";

    private static readonly (long Draws, double Goal)[] s_sizes = [(100_000, 64), (1_000_000, 64)];

    internal static bool Is(string name) => name.StartsWith(Name, StringComparison.Ordinal);

    /// <summary>Prints the megabytes that the run of so many draws took.</summary>
    internal static async Task RunAsync(string name, TextWriter output)
    {
        var model = Studied.Model();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = ProcessTree.Resident("VmRSS");
        await ProcessTree.ForgetMostAsync();
        StabilityRun.Count(model, Studied.Seed, new(0, long.Parse(name[Name.Length..], CultureInfo.InvariantCulture)));
        await output.WriteLineAsync((ProcessTree.Resident("VmHWM") - before).ToString("R", CultureInfo.InvariantCulture));
    }

    internal static async Task<IEnumerable<Figure>> MeasureAsync(string pattern, CancellationToken cancel)
    {
        var figures = new List<Figure>();
        foreach (var (draws, goal) in s_sizes)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Name}{draws}");
            if (Names.Match(pattern, name))
            {
                var (megabytes, _) = await WholeRuns.InFreshProcessAsync(name, cancel);
                figures.Add(new(name, string.Create(CultureInfo.InvariantCulture, $"most memory above that before {draws:N0} draws, fresh process"), megabytes, goal, "MB"));
            }
        }

        return figures;
    }
}
