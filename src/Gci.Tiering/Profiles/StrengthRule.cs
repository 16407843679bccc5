using System.Collections.Immutable;

namespace Gci.Tiering.Profiles;

/// <summary>Which parts of a country's score are areas of relative strength; the others are areas of potential growth. (Method 5.3)</summary>
public abstract record StrengthRule
{
    private protected StrengthRule()
    {
    }

    /// <summary>The name by which definitions choose it.</summary>
    public abstract string Name { get; }

    /// <summary>One flag a part: true for a strength.</summary>
    /// <param name="own">The shares, in [0, 1], that the country reaches of each part's points.</param>
    /// <param name="group">The mean shares of the group the country is compared with, in the same order.</param>
    public ImmutableArray<bool> Of(ImmutableArray<double> own, ImmutableArray<double> group)
    {
        ImmutableArray<double> compared = [.. own.Select(Rounding.Compared)];
        return [.. compared.Select((share, part) => share > 0 && IsStrength(part, compared, group))];
    }

    private protected abstract bool IsStrength(int part, ImmutableArray<double> own, ImmutableArray<double> group);
}

/// <summary>A strength has fewer than <paramref name="Count"/> parts of the same country above it.</summary>
public sealed record HighestShares(int Count) : StrengthRule
{
    public override string Name => "highest-shares";

    private protected override bool IsStrength(int part, ImmutableArray<double> own, ImmutableArray<double> group) =>
        own.Count(other => other > own[part]) < Count;
}

/// <summary>A strength lies at or above the mean of the country's own parts.</summary>
public sealed record AboveOwnMean : StrengthRule
{
    public override string Name => "above-own-mean";

    private protected override bool IsStrength(int part, ImmutableArray<double> own, ImmutableArray<double> group) =>
        own[part] >= Rounding.Compared(own.Average());
}

/// <summary>A strength lies at or above the mean of the group.</summary>
public sealed record AboveGroupMean : StrengthRule
{
    public override string Name => "above-group-mean";

    private protected override bool IsStrength(int part, ImmutableArray<double> own, ImmutableArray<double> group) =>
        own[part] >= Rounding.Compared(group[part]);
}
