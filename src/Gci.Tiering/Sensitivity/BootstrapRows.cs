namespace Gci.Tiering.Sensitivity;

/// <summary>
/// Rows of a design drawn again with replacement, as many as there are: how often each is in each sample. Drawn once, the samples serve all outcomes of the
/// design. Source: Efron (1979).
/// </summary>
public sealed class BootstrapRows
{
    /// <summary>How many samples are summed side by side.</summary>
    internal const int Lanes = 4;

    private readonly double[] _counts;

    /// <param name="size">Rows of the design.</param>
    /// <param name="times">How many samples.</param>
    public BootstrapRows(int size, int times, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        (Size, Times) = (size, times);
        _counts = new double[(times + Lanes - 1) / Lanes * Lanes * size];
        var random = new RandomWords(seed);
        for (var time = 0; time < times; time++)
        {
            for (var draw = 0; draw < size; draw++)
            {
                var row = (int)(((ulong)random.Next() * (ulong)size) >> 32);
                _counts[(((time / Lanes * size) + row) * Lanes) + (time % Lanes)]++;
            }
        }
    }

    public int Size { get; }

    public int Times { get; }

    /// <summary>The counts of a group of samples: row after row, <see cref="Lanes"/> samples each. The last group may have empty ones.</summary>
    internal ReadOnlySpan<double> Group(int group) => _counts.AsSpan(group * Size * Lanes, Size * Lanes);
}
