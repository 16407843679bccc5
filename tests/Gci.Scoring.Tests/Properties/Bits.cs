using System.Runtime.InteropServices;

namespace Gci.Scoring.Tests.Properties;

/// <summary>Equality to the last bit: NaN equals NaN, and 0 is not -0.</summary>
internal static class Bits
{
    internal static bool Same(ReadOnlySpan<double> left, ReadOnlySpan<double> right) =>
        MemoryMarshal.Cast<double, long>(left).SequenceEqual(MemoryMarshal.Cast<double, long>(right));

    internal static bool Same(double left, double right) => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);

    /// <summary>All nodes of all countries of two tables with the same tree and countries.</summary>
    internal static bool Same(Scores left, Scores right) =>
        left.Scorer.Tree.Nodes.All(node => Same(left.Column(node.Position), right.Column(right.Scorer.Tree[node.Code].Position)));
}
