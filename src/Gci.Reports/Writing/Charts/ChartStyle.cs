using System.Collections.Immutable;

namespace Gci.Reports.Writing.Charts;

/// <summary>What a chart takes from the document around it. <paramref name="Width"/> is in points; a text of 8 points prints at 8 points.</summary>
public sealed record ChartStyle(double Width, string Language, ImmutableDictionary<string, string> TierColours)
{
    internal NumberText Numbers { get; } = new(Language);

    internal string Tier(string code) => Palette.OfTier(TierColours, code);

    internal SvgCanvas Canvas() => new(Width, Direction.IsRightToLeft(Language));
}
