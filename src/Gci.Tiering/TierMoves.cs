using System.Collections.Immutable;

namespace Gci.Tiering;

/// <summary>How many countries moved from which tier to which between two editions. (Method 4.6)</summary>
/// <param name="Counts">Row: place of the tier before; column: place of the tier now.</param>
/// <param name="OnlyBefore">Countries that had a tier before and have none now, by code.</param>
/// <param name="OnlyNow">Countries that have a tier now and had none before, by code.</param>
public sealed record TierMoves(ImmutableArray<ImmutableArray<int>> Counts, ImmutableArray<string> OnlyBefore, ImmutableArray<string> OnlyNow)
{
    public int Up => Pairs().Where(pair => pair.Now < pair.Before).Sum(pair => pair.Count);

    public int Down => Pairs().Where(pair => pair.Now > pair.Before).Sum(pair => pair.Count);

    public int Stayed => Pairs().Where(pair => pair.Now == pair.Before).Sum(pair => pair.Count);

    /// <summary>Compares two tierings, country code to tier code.</summary>
    /// <exception cref="ArgumentException">A tier code is not one of the scheme.</exception>
    public static TierMoves Between(
        TierScheme scheme, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var counts = new int[scheme.BestFirst.Length, scheme.BestFirst.Length];
        foreach (var (country, tier) in now.Where(pair => before.ContainsKey(pair.Key)))
        {
            counts[Place(scheme, before[country]), Place(scheme, tier)]++;
        }

        var places = Enumerable.Range(0, scheme.BestFirst.Length).ToArray();
        return new(
            [.. places.Select(row => places.Select(column => counts[row, column]).ToImmutableArray())],
            [.. before.Keys.Where(country => !now.ContainsKey(country)).Order(StringComparer.Ordinal)],
            [.. now.Keys.Where(country => !before.ContainsKey(country)).Order(StringComparer.Ordinal)]);
    }

    private IEnumerable<(int Before, int Now, int Count)> Pairs() =>
        Counts.SelectMany((row, before) => row.Select((count, now) => (before, now, count)));

    private static int Place(TierScheme scheme, string code) => scheme.BestFirst.FirstOrDefault(tier => tier.Code == code)?.Place
        ?? throw new ArgumentException($"The scheme {scheme.Name} has no tier {code}.", nameof(code));
}
