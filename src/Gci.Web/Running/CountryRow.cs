using Gci.Data.Responses;
using Gci.Web.Answering;

namespace Gci.Web.Running;

/// <summary>How far a country is with an edition.</summary>
/// <param name="Response">Null where it has not begun.</param>
/// <param name="State">Not started as long as nothing was answered or confirmed.</param>
/// <param name="Progress">How many questions are asked and answered; null where that does not matter any more.</param>
/// <param name="Judged">How many questions a reviewer has judged; null before submission.</param>
/// <param name="Due">When what the country has to do must be done; null where nothing is with it.</param>
/// <param name="HasFocalPoint">Whether somebody can be written to.</param>
public sealed record CountryRow(
    string Country, string Name, string Region, Response? Response, ResponseState State, Progress? Progress, int? Judged, DateTimeOffset? Due, bool HasFocalPoint)
{
    /// <summary>Until when the country may answer although the others may not.</summary>
    public DateTimeOffset? ExtendedUntil => Response?.ExtendedUntil;

    /// <summary>The state as addresses and programs have it, such as <c>no-reply</c>.</summary>
    public static string WordOf(ResponseState state) => Words.Of(state);

    /// <summary>The states that a country's response can have; the others are those of private copies.</summary>
    public static IEnumerable<ResponseState> States => Enum.GetValues<ResponseState>().Where(state => state <= ResponseState.Offered);

    public static ResponseState? StateOf(string? word) => Words.Named(word, States);

    /// <summary>Days until a deadline, a begun one counted whole; zero or less once it is over.</summary>
    public static int Days(DateTimeOffset due, DateTimeOffset now) => (int)Math.Ceiling((due - now).TotalDays);
}
