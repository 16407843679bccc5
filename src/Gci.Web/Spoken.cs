using System.Globalization;
using Gci.Editions.Translations;

namespace Gci.Web;

/// <summary>Values as sentences of pages and mails hold them.</summary>
public static class Spoken
{
    /// <summary>Such as 24 November 2026, 10:42 UTC.</summary>
    public static string Time(DateTimeOffset time, string language)
    {
        var utc = time.UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{AnswerWording.Day(DateOnly.FromDateTime(utc), language)}, {utc:HH:mm} UTC");
    }

    /// <summary>What somebody typed: it keeps its own direction inside a sentence.</summary>
    public static string Isolated(string? typed) => $"\u2068{typed}\u2069";
}
