namespace Gci.Tiering;

/// <summary>One named tier of a scheme.</summary>
/// <param name="Code">Stable code, such as <c>T1</c>.</param>
/// <param name="Name">What it is called, such as "Role-modelling".</param>
/// <param name="Place">0 for the best tier, 1 for the next, and so on; the place of a tier, never of a country.</param>
public sealed record Tier(string Code, string Name, int Place);
