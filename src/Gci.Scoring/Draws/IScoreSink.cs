using System.Runtime.Intrinsics;

namespace Gci.Scoring.Draws;

/// <summary>Takes scores as they come out of a <see cref="ScoreKernel"/>, while they are still in registers.</summary>
public interface IScoreSink
{
    /// <param name="country">Number of the country in the kernel; a few beyond the last one fill its tile, and count for nothing.</param>
    /// <param name="a">The scores of the draws 0 to 3; the others follow.</param>
    void Take(int country, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d);
}
