using Gci.Reports.Writing;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>Texts as cells carry them there and back.</summary>
internal static class SheetText
{
    private const int Longest = 32_767;
    private const double WideFrom = 0x2E80;

    /// <summary>The text as it will be read again: line ends as <c>\n</c>, no control characters, as long as a cell can hold.</summary>
    internal static string Of(string text)
    {
        var plain = PlainText.Of(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        return plain.Length <= Longest ? plain : plain[..(char.IsHighSurrogate(plain[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
    }

    /// <summary>How many lines the text takes in a column of so many characters.</summary>
    internal static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => (int)Math.Ceiling(Math.Max(1, line.Sum(letter => letter >= WideFrom ? 1.9 : 1.0)) / width));
}
