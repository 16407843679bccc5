using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Benchmarks.Robustness;

/// <summary>The product kernel by itself, over weights that are drawn before the clock starts.</summary>
internal sealed class KernelLoop
{
    /// <summary>Blocks of draws in one call.</summary>
    internal const int Blocks = 64;

    private readonly ScoreKernel _kernel;
    private readonly double[] _weights;

    internal KernelLoop(StabilityModel model)
    {
        _kernel = new(Studied.Earned(model), model.Countries.Length);
        _weights = new double[model.Scores.Scorer.Tree.Leaves.Length * DrawBlock.Size];
        var block = new DrawBlock(Studied.Seed);
        block.Take([.. Enumerable.Range(0, DrawBlock.Size).Select(draw => (long)draw)]);
        Studied.Weights(model).Effective(block, _weights);
    }

    internal double Run()
    {
        var sink = new Sink();
        for (var block = 0; block < Blocks; block++)
        {
            _kernel.Multiply(_weights, ref sink);
        }

        return Vector256.Sum(sink.Sum);
    }

    private struct Sink : IScoreSink
    {
        internal Vector256<double> Sum { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(int country, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) => Sum += (a + b) + (c + d);
    }
}
