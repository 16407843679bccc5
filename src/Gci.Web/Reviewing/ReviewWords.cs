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

    public static string Of(VerdictKind kind) => Words.Of(kind);

    public static string Of(ReviewStatus status) => Words.Of(status);

    public static string Of(ReviewSeat seat) => Words.Of(seat);

    /// <summary>Null where the word names none.</summary>
    public static VerdictKind? VerdictOf(string? word) => Words.Named(word, Verdicts);

    /// <summary>Null where the word names none.</summary>
    public static ReviewSeat? SeatOf(string? word) => Words.Named(word, Seats);
}
