namespace Gci.Tiering.Sensitivity;

/// <summary>
/// The points at which a model is run to learn which of its inputs matter: two samples A and B, A with each column of B in turn, and for second-order
/// indices B with each column of A. Rows of all inputs in [0, 1). Source: Saltelli and others (2010); the order is COINr's.
/// </summary>
public sealed class SobolDesign
{
    private readonly double[] _a;
    private readonly double[] _b;

    /// <param name="size">N; a power of two keeps the points even.</param>
    /// <param name="factors">d, how many inputs or groups of them.</param>
    /// <param name="hasSecondOrder">Whether the model is also run at B with each column of A: N (2d + 2) runs in place of N (d + 2).</param>
    /// <param name="seed">Of the scrambling.</param>
    public SobolDesign(int size, int factors, bool hasSecondOrder, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        (Size, Factors, HasSecondOrder) = (size, factors, hasSecondOrder);
        (_a, _b) = (new double[size * factors], new double[size * factors]);
        var (sequence, point) = (new SobolSequence(2 * factors, seed), new double[2 * factors]);
        for (var row = 0; row < size; row++)
        {
            sequence.Point((uint)row, point);
            point.AsSpan(0, factors).CopyTo(_a.AsSpan(row * factors));
            point.AsSpan(factors).CopyTo(_b.AsSpan(row * factors));
        }
    }

    public int Size { get; }

    public int Factors { get; }

    public bool HasSecondOrder { get; }

    /// <summary>How often the model is run.</summary>
    public int Runs => Size * BlocksOf(Factors, HasSecondOrder);

    internal static int BlocksOf(int factors, bool hasSecondOrder) => factors + 2 + (hasSecondOrder ? factors : 0);

    /// <summary>The inputs of a run: all of A, all of B, then A with the first column of B, and so on.</summary>
    public void Inputs(int run, Span<double> inputs)
    {
        var (block, row) = (run / Size, (run % Size) * Factors);
        var (from, column) = block switch
        {
            0 => (_a, -1),
            1 => (_b, -1),
            _ when block < Factors + 2 => (_a, block - 2),
            _ => (_b, block - 2 - Factors),
        };
        from.AsSpan(row, Factors).CopyTo(inputs);
        if (column >= 0)
        {
            inputs[column] = (from == _a ? _b : _a)[row + column];
        }
    }
}
