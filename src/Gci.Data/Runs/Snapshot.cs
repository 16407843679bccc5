using Gci.Data.Accounts;
using Gci.Data.Auditing;

namespace Gci.Data.Runs;

/// <summary>The verified answers of an edition at one moment, never changed. Scoring and publication run from it and from nothing else.</summary>
public sealed class Snapshot
{
    public Guid Id { get; init; }

    public required string Edition { get; init; }

    /// <summary>1 for the freeze, 2, 3, … for corrections.</summary>
    public required int Number { get; init; }

    /// <summary>The hash of the edition's definition by which it was made.</summary>
    public required string Definition { get; init; }

    /// <summary>CSV with the columns country, code, answer, sorted by country and in the order of the questionnaire: what <c>gci publish</c> reads.</summary>
    public required string Answers { get; init; }

    /// <summary>CSV with the columns country and source: how each country's answers came about.</summary>
    public required string Sources { get; init; }

    /// <summary>SHA-256 over definition, answers and sources.</summary>
    public required string Hash { get; init; }

    public required Guid ProposedBy { get; init; }

    public required Guid ConfirmedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What a correction says to the public; null for the first.</summary>
    public string? Note { get; init; }

    /// <summary>The hash that is proposed, confirmed and printed.</summary>
    public static string HashOf(string definition, string answers, string sources) => CanonicalHash.Of("snapshot", definition, answers, sources);

    public bool IsWhole => Hash == HashOf(Definition, Answers, Sources);
}
