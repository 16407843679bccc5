using System.Globalization;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Benchmarks.Robustness;

/// <summary>A study of a million draws against what the processor can do at most, measured in the same run.</summary>
internal static class RobustnessRuns
{
    private const int Million = 1_000_000;
    private const int Naive = 2_000;

    // Others may use the machine too, which can only slow a run down, so that the least says what the machine can do.
    private const int Runs = 5;

    private static readonly string[] s_names =
    [
        "RobustnessPeak", "RobustnessKernel", "RobustnessMillion1", "RobustnessMillion2", "RobustnessNaive", "Robustness10000", "RobustnessSobol",
    ];

    internal static IEnumerable<Figure> Measure(string pattern)
    {
        if (!s_names.Any(name => Names.Match(pattern, name)))
        {
            return [];
        }

        var model = Studied.Model();
        var figures = new List<Figure>();
        foreach (var (threads, goal) in ((int, double)[])[(1, 1.8), (2, 2.0)])
        {
            var (narrow, widest) = (Peak(threads, 4), Peak(threads, FusedPeak.Widest));
            figures.Add(new($"RobustnessPeak{threads}", Text($"most that vectors of 4 numbers multiply and add in registers, cores: {threads}"), narrow, double.NaN, "GFLOP/s"));
            figures.Add(new($"RobustnessPeak{threads}", Text($"the same of the widest vectors, of {FusedPeak.Widest} numbers"), widest, double.NaN, "GFLOP/s"));
            figures.AddRange(threads == 1 ? [Kernel(model, widest)] : []);
            figures.AddRange(AMillion(model, (narrow, widest), threads, goal));
        }

        figures.Add(PlainLoop(model));
        figures.Add(TenThousand(model));
        figures.Add(Sobol());
        return figures.Where(figure => Names.Match(pattern, figure.Name));
    }

    private static double Peak(int threads, int width)
    {
        const int times = 20;
        var seconds = Clock.Several(40, () => Clock.Together(threads, times, () => FusedPeak.Run(width)))[0];
        return FusedPeak.Operations(width) * times * threads / seconds / 1e9;
    }

    private static Figure Kernel(StabilityModel model, double peak)
    {
        var loop = new KernelLoop(model);
        var seconds = Clock.Several(200, () => loop.Run())[0];
        var speed = Studied.Operations(model, KernelLoop.Blocks * 16) / seconds / 1e9;
        return new("RobustnessKernel", "product kernel alone, of the peak of the widest vectors on one core", speed / peak * 100, 85, "%", IsLeast: true);
    }

    private static IEnumerable<Figure> AMillion(StabilityModel model, (double Narrow, double Widest) peak, int threads, double goal)
    {
        var operations = Studied.Operations(model, Million) / 1e9;
        var seconds = Clock.Several(Runs, () => StabilityRun.Count(model, Studied.Seed, new(0, Million), threads));
        var name = $"RobustnessMillion{threads}";
        return
        [
            new(name, Text($"1,000,000 draws of 194 x 83, threads: {threads}, least of {Runs}"), seconds[0], double.NaN, "s"),
            new(name, Text($"the same, median of {Runs}"), seconds.Median(), double.NaN, "s"),
            new(name, "the least against the limit of vectors of 4 numbers", seconds[0] * peak.Narrow / operations, goal, "times"),
            new(name, "the least against the limit of the widest vectors", seconds[0] * peak.Widest / operations, double.NaN, "times"),
        ];
    }

    private static Figure PlainLoop(StabilityModel model)
    {
        var loop = new NaiveLoop(model);
        var seconds = Clock.Several(Runs, () => loop.Run(Naive))[0] * Million / Naive;
        return new("RobustnessNaive", Text($"plain loops over draws, countries and nodes, from {Naive} draws"), seconds, double.NaN, "s");
    }

    private static Figure TenThousand(StabilityModel model) =>
        new("Robustness10000", "10,000 draws on two threads, median of 101", Clock.Several(101, () => StabilityRun.Count(model, Studied.Seed, new(0, 10_000), 2)).Median() * 1000, 12, "ms");

    private static Figure Sobol()
    {
        var model = Studied.Model(levels: 3);
        return new("RobustnessSobol", Text($"Sobol indices, N = 512, d = {model.Sources.Codes.Length}, 100 bootstraps, all countries"), Clock.Several(15, () => new SensitivityStudy().Of(model, Studied.Seed, 2)).Median(), 0.5, "s");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
