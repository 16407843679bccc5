using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Gci.Benchmarks;

/// <summary>Runs the scoring benchmarks in this process: a short run, whose median counts.</summary>
internal static class ScoringRuns
{
    private static readonly Dictionary<string, (string What, double Goal)> s_goals = new()
    {
        [nameof(ScoringBenchmarks.Scoring194)] = ("194 countries x 83 questions, traces off", 0.08),
        [nameof(ScoringBenchmarks.Scoring10000)] = ("10,000 countries x 83 questions, traces off", 6),
        [nameof(ScoringBenchmarks.Scoring194WithTraces)] = ("194 countries x 83 questions, every part traced", 2),
    };

    internal static IEnumerable<Figure> Measure(string pattern)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(new TextLogger(Console.Error)).AddFilter(new GlobFilter([Names.Glob(pattern)]))
            .AddColumnProvider([]).WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "gci-benchmarks"));
        return s_goals.Keys.Any(name => Names.Match(pattern, name)) ? [.. BenchmarkRunner.Run<ScoringBenchmarks>(config).Reports.Select(Figure)] : [];
    }

    private static Figure Figure(BenchmarkReport report)
    {
        var name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
        var (what, goal) = s_goals[name];
        return new(name, what, (report.ResultStatistics?.Median ?? double.NaN) / 1e6, goal, "ms");
    }
}
