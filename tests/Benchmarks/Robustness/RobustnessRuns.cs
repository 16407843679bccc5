using System.Globalization;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Benchmarks.Robustness;

/// <summary>A study of a million draws against what the processor can do at most, measured in the same run.</summary>
internal static class RobustnessRuns
{
    private const int Million = 1_000_000;
    private const int Naive = 2_000;

    // A run of one core is measured between two runs of the peak, as long as others use the machine too.
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
        double[] peaks = [Peak(1), Peak(2)];
        var figures = new List<Figure>
        {
            new("RobustnessPeak1", "most multiplications and additions in registers, one core", peaks[0], double.NaN, "GFLOP/s"),
            new("RobustnessPeak2", "the same on two cores", peaks[1], double.NaN, "GFLOP/s"),
            Kernel(model, peaks[0]),
        };
        figures.AddRange(AMillion(model, peaks[0], 1, 1.8));
        figures.AddRange(AMillion(model, peaks[1], 2, 2.0));
        figures.Add(PlainLoop(model));
        figures.Add(TenThousand(model));
        figures.Add(Sobol());
        return figures.Where(figure => Names.Match(pattern, figure.Name));
    }

    private static double Peak(int threads)
    {
        const int times = 20;
        var seconds = Clock.Several(40, () => Clock.Together(threads, times, () => FusedPeak.Run()))[0];
        return FusedPeak.Operations * times * threads / seconds / 1e9;
    }

    private static Figure Kernel(StabilityModel model, double peak)
    {
        var loop = new KernelLoop(model);
        var seconds = Clock.Several(200, () => loop.Run())[0];
        var speed = Studied.Operations(model, KernelLoop.Blocks * 16) / seconds / 1e9;
        return new("RobustnessKernel", "product kernel alone, of the peak of one core", speed / peak * 100, 85, "%", IsLeast: true);
    }

    private static IEnumerable<Figure> AMillion(StabilityModel model, double peak, int threads, double goal)
    {
        var limit = Studied.Operations(model, Million) / peak / 1e9;
        var seconds = Clock.Several(Runs, () => StabilityRun.Count(model, Studied.Seed, new(0, Million), threads));
        return
        [
            new($"RobustnessMillion{threads}", Text($"1,000,000 draws of 194 x 83 on {threads} threads, of the limit of {limit:0.00} s"), seconds[0] / limit, goal, "times"),
            new($"RobustnessMillion{threads}", "the same, least", seconds[0], goal * limit, "s"),
            new($"RobustnessMillion{threads}", "the same, median", seconds.Median(), goal * limit, "s"),
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
        var model = Studied.Model();
        return new("RobustnessSobol", Text($"Sobol indices, N = 512, d = {model.Sources.Codes.Length}, 100 bootstraps, all countries"), Clock.Several(15, () => new SensitivityStudy().Of(model, Studied.Seed, 2)).Median(), 0.5, "s");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
