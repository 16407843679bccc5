using System.Globalization;
using System.Text;

namespace Gci.Editions.Answers;

/// <summary>Shows what somebody wrote inside one of our sentences: in quotes, on one line, and not at length.</summary>
public static class Quoted
{
    private const int Longest = 60;

    // Such characters could steer a terminal, and nobody sees them.
    /// <summary>The text in quotation marks; control and format characters are written as <c>\u0007</c>.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes().Take(Longest))
        {
            var isSeen = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            shown.Append(isSeen ? rune.ToString() : $"\\u{rune.Value:X4}");
        }

        return shown.Append(text.EnumerateRunes().Skip(Longest).Any() ? "…\"" : "\"").ToString();
    }
}
