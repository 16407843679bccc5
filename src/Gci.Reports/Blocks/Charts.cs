using System.Collections.Immutable;

namespace Gci.Reports.Blocks;

/// <summary>A drawn figure. <paramref name="Alternative"/> says in words what the figure shows and is never empty.</summary>
public abstract record Figure(string Title, string Alternative) : Block;

/// <summary>Values on axes that start from one centre, clockwise from the top. Every value lies in [0, <paramref name="Maximum"/>].</summary>
/// <param name="Rings">Rings from the centre outwards: the value where each lies and its label.</param>
public sealed record Radar(
    string Title,
    string Alternative,
    ImmutableArray<string> Axes,
    double Maximum,
    ImmutableArray<(double Value, string Label)> Rings,
    ImmutableArray<RadarSeries> Series) : Figure(Title, Alternative);

/// <summary>One polygon of a radar: the mean of a group is drawn grey below, the country in colour above.</summary>
public sealed record RadarSeries(string Name, ImmutableArray<double> Values, bool IsReference);

/// <summary>Horizontal bars made of counted parts, one bar a row; a part's colour is that of its tier.</summary>
public sealed record StackedBars(
    string Title,
    string Alternative,
    ImmutableArray<string> TierCodes,
    ImmutableArray<(string Name, ImmutableArray<int> Counts)> Rows) : Figure(Title, Alternative)
{
    /// <summary>The parts are no tiers: they are drawn in shades of one colour, the darkest first.</summary>
    public bool IsShaded { get; init; }
}

/// <summary>Horizontal bars with one value a row, in [0, <paramref name="Maximum"/>], and the decimals its label shows.</summary>
public sealed record Bars(
    string Title,
    string Alternative,
    double Maximum,
    int Decimals,
    ImmutableArray<(string Name, double Value)> Rows) : Figure(Title, Alternative);

/// <summary>How often values fall into classes of equal width, one small histogram a row.</summary>
/// <param name="Edges">Class edges, ascending, one more than there are counts in a row.</param>
public sealed record Histograms(
    string Title,
    string Alternative,
    ImmutableArray<double> Edges,
    ImmutableArray<(string Name, ImmutableArray<int> Counts)> Rows) : Figure(Title, Alternative);

/// <summary>The tiers as steps from the lowest to the highest, one's own step in colour.</summary>
public sealed record Staircase(string Title, string Alternative, ImmutableArray<(string Code, string Name)> LowestFirst, string OwnCode)
    : Figure(Title, Alternative);
