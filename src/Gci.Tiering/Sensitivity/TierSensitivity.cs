using System.Collections.Immutable;

namespace Gci.Tiering.Sensitivity;

/// <summary>Which source of uncertainty changes a tier: Sobol indices of the outcome "another tier than the published one".</summary>
/// <param name="Country">ISO 3166 alpha-3 code; null for the whole edition, whose outcome is the share of countries that change tier.</param>
/// <param name="Changing">The mean of the outcome: how often the tier changes.</param>
/// <param name="Sources">One a source, in the fixed order of sources.</param>
/// <param name="Pairs">What two sources do only together, each pair once.</param>
public sealed record TierSensitivity(string? Country, double Changing, ImmutableArray<SourceEffect> Sources, ImmutableArray<PairEffect> Pairs);

/// <summary>The indices of one source with the interval of 95 of 100 bootstrap estimates.</summary>
public sealed record SourceEffect(string Source, SobolIndex Index, SobolIndex Low, SobolIndex High);

/// <summary>The second-order index of two sources with its interval.</summary>
public sealed record PairEffect(string First, string Second, double Index, double Low, double High);
