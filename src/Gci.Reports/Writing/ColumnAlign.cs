using Gci.Reports.Blocks;

namespace Gci.Reports.Writing;

/// <summary>A column of numbers is set to the end, so that its digits stand below each other, unless it asks for the centre.</summary>
internal static class ColumnAlign
{
    public static Align Of(Table table, int column)
    {
        var numeric = table.Rows.Length > 0 && table.Rows.All(row => row[column] is NumberCell);
        return table.Columns[column].Align == Align.Start && numeric ? Align.End : table.Columns[column].Align;
    }
}
