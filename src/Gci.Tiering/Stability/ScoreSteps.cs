using System.Runtime.CompilerServices;

namespace Gci.Tiering.Stability;

/// <summary>Counts the scores of one country by steps. Scores of one country lie close together, so only the pages of steps that occur take room.</summary>
internal sealed class ScoreSteps
{
    private const int PageBits = 7;
    private const int PageSize = 1 << PageBits;

    private readonly int[]?[] _pages = new int[(ScoreHistogram.Steps >> PageBits) + 1][];

    /// <param name="scale">Steps in one point.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<double> scores, double scale)
    {
        foreach (var score in scores)
        {
            // A score is never less than 0 by more than the last bit, and nothing here comes near to an overflow.
            var step = unchecked(Math.Min((uint)(int)(score * scale), ScoreHistogram.Steps));
            var page = _pages[step >> PageBits] ??= new int[PageSize];
            unchecked
            {
                page[step & (PageSize - 1)]++;
            }
        }
    }

    internal ScoreHistogram Histogram()
    {
        var (first, last) = (Array.FindIndex(_pages, page => page is not null), Array.FindLastIndex(_pages, page => page is not null));
        if (first < 0)
        {
            return new(0, []);
        }

        var counts = new int[(last - first + 1) * PageSize];
        for (var page = first; page <= last; page++)
        {
            _pages[page]?.CopyTo(counts, (page - first) * PageSize);
        }

        var start = counts.AsSpan().IndexOfAnyExcept(0);
        return new((first * PageSize) + start, [.. counts.AsSpan(start..(counts.AsSpan().LastIndexOfAnyExcept(0) + 1))]);
    }
}
