using System.Collections.Immutable;
using System.Diagnostics;
using ClosedXML.Excel;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Sheets;

/// <summary>Writes one table: a head in navy, hairlines below the rows, numbers with their decimals, tiers in their colours.</summary>
internal sealed class TablePen(IXLWorksheet page, ImmutableDictionary<string, string> tierColours)
{
    // The limit of Excel; a longer text would be refused as a damaged file.
    private const int LongestText = 32_767;
    private const int LowestFrozen = 15;
    private const double TallestRow = 400;
    private const double LineHeight = 13;

    public static string Fitting(string text)
    {
        var plain = PlainText.Of(text);
        return plain.Length <= LongestText ? plain : string.Concat(plain.AsSpan(0, LongestText - 1), "…");
    }

    /// <summary>Writes from row <paramref name="head"/> on and returns the first row after the table.</summary>
    public int Write(Table table, int head, bool filtered)
    {
        var aligns = table.Columns.Select((_, index) => ColumnAlign.Of(table, index)).ToArray();
        var lines = 1;
        foreach (var (column, index) in table.Columns.Select((column, index) => (column, index)))
        {
            Head(page.Cell(head, index + 1), column, aligns[index]);
            lines = Math.Max(lines, Lines(column.Title, page.Column(index + 1).Width));
        }

        page.Row(head).Height = 6 + (15 * lines);
        foreach (var (cells, down) in table.Rows.Select((cells, down) => (cells, down)))
        {
            var tall = 1;
            foreach (var (cell, index) in cells.Select((cell, index) => (cell, index)))
            {
                Body(page.Cell(head + 1 + down, index + 1), cell, aligns[index]);
                tall = cell is TextCell text ? Math.Max(tall, Lines(text.Text, page.Column(index + 1).Width)) : tall;
            }

            // Not every program makes a row as tall as its wrapped text on opening.
            if (tall > 1)
            {
                page.Row(head + 1 + down).Height = Math.Min(TallestRow, 3 + (LineHeight * tall));
            }
        }

        var last = head + table.Rows.Length;
        if (filtered)
        {
            // Frozen rows that fill the window would leave no room to scroll in.
            page.SheetView.FreezeRows(head <= LowestFrozen ? head : 0);
            page.Range(head, 1, last, table.Columns.Length).SetAutoFilter();
        }

        return last + 1;
    }

    private static void Head(IXLCell cell, Column column, Align align)
    {
        cell.SetValue<string>(Fitting(column.Title));
        cell.Style.Font.SetBold().Font.SetFontColor(XLColor.FromHtml(Palette.White)).Fill.SetBackgroundColor(XLColor.FromHtml(Palette.Navy));
        cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        Set(cell, align);
    }

    private static int Lines(string text, double width)
    {
        if (text.Length <= (width - 3) * 0.9)
        {
            return 1;
        }

        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            (lines, used) = used > 0 && used + word.Length > (width - 3) * 0.9 ? (lines + 1, word.Length + 1) : (lines, used + word.Length + 1);
        }

        return lines;
    }

    private void Body(IXLCell cell, Cell value, Align align)
    {
        cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Hair).Border.SetBottomBorderColor(XLColor.FromHtml(Palette.Reference));
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        switch (value)
        {
            case TextCell text:
                cell.SetValue<string>(Fitting(text.Text));
                cell.Style.Alignment.SetWrapText();
                Set(cell, align);
                break;
            case NumberCell { Value: { } amount } number when double.IsFinite(amount):
                cell.SetValue(amount);
                cell.Style.NumberFormat.Format = number.Decimals == 0 ? "0" : "0." + new string('0', number.Decimals);
                break;
            case TierCell { Code: { } code }:
                Tier(cell, code);
                break;
            case NumberCell or TierCell:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Tier(IXLCell cell, string code)
    {
        var fill = Palette.OfTier(tierColours, code);
        cell.SetValue<string>(Fitting(code));
        cell.Style.Fill.SetBackgroundColor(XLColor.FromHtml(fill)).Font.SetBold().Font.SetFontColor(XLColor.FromHtml(Palette.InkOn(fill)));
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
    }

    private static void Set(IXLCell cell, Align align) => cell.Style.Alignment.Horizontal = align switch
    {
        // General follows the reading direction; left would stay left on a sheet from right to left.
        Align.Start => XLAlignmentHorizontalValues.General,
        Align.Centre => XLAlignmentHorizontalValues.Center,
        Align.End => XLAlignmentHorizontalValues.Right,
        _ => throw new UnreachableException(),
    };
}
