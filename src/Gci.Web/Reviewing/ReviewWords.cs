using System.Collections.Immutable;
using Gci.Data.Reviews;

namespace Gci.Web.Reviewing;

/// <summary>How verdicts, states and seats are written in forms, in the API and in the keys of texts.</summary>
public static class ReviewWords
{
    /// <summary>In the order of the keys 1 to 5.</summary>
    public static ImmutableArray<VerdictKind> Verdicts { get; } =
        [VerdictKind.Verified, VerdictKind.PartlyVerified, VerdictKind.QueryOpen, VerdictKind.NotVerified, VerdictKind.NotApplicable];

    public static ImmutableArray<ReviewSeat> Seats { get; } = [ReviewSeat.First, ReviewSeat.Second, ReviewSeat.Adjudicator];

    public static string Of(VerdictKind kind) => Of(kind.ToString());

    public static string Of(ReviewStatus status) => Of(status.ToString());

    public static string Of(ReviewSeat seat) => Of(seat.ToString());

    /// <summary>Null where the word names none.</summary>
    public static VerdictKind? VerdictOf(string? word) => Verdicts.Where(kind => Of(kind) == word).Select(kind => (VerdictKind?)kind).FirstOrDefault();

    /// <summary>Null where the word names none.</summary>
    public static ReviewSeat? SeatOf(string? word) => Seats.Where(seat => Of(seat) == word).Select(seat => (ReviewSeat?)seat).FirstOrDefault();

    private static string Of(string name) => string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
