using System.Globalization;

namespace Gci.Reports.Reading;

/// <summary>A cell that holds something: its text, or a sentence that says why it is not taken.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record SheetCell(int Row, int Column, string Text, string? Mistake)
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    /// <summary>The place as people write it, such as <c>C7</c>.</summary>
    internal string Reference => ReferenceOf(Row, Column);

    internal static string ReferenceOf(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Row and column of a reference such as <c>C7</c>; null if it is none.</summary>
    internal static (int Row, int Column)? Parse(string reference)
    {
        var letters = reference.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < 1 or > 3 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var column = reference[..letters].Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);
        return row is > 0 and <= MostRows && column <= MostColumns ? (row, column) : null;
    }

    private static string Letters(int column) => column == 0 ? "" : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
