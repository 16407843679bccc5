using System.Collections.Immutable;
using System.Diagnostics;
using ClosedXML.Excel;
using Gci.Reports.Blocks;

namespace Gci.Reports.Writing.Sheets;

/// <summary>Writes blocks down one sheet, each below the one before.</summary>
internal sealed class SheetPen(IXLWorksheet page, double[] widths, ImmutableDictionary<string, string> tierColours, bool filters)
{
    private const double Line = 15;
    private readonly TablePen tables = new(page, tierColours);
    private int row = 1;

    /// <summary>The row with the head of the sheet's only table, which is frozen, filtered and repeated in print; null on a sheet with more tables or none.</summary>
    public int? FilteredHead { get; private set; }

    public void Notice(string? notice)
    {
        if (notice is not null)
        {
            var cell = Text(notice);
            cell.Style.Font.SetBold().Font.SetFontColor(XLColor.FromHtml(Palette.White));
            page.Range(row - 1, 1, row - 1, widths.Length).Style.Fill.BackgroundColor = XLColor.FromHtml(Palette.Navy);
        }
    }

    public void Title(string title) =>
        Text(title, size: 16).Style.Font.SetBold().Font.SetFontSize(16).Font.SetFontColor(XLColor.FromHtml(Palette.Navy));

    public void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Subtitle(heading.Text, heading.Level <= 2 ? 13 : 11);
                break;
            case Paragraph paragraph:
                Text(paragraph.Text);
                break;
            case Note note:
                Text(note.Text).Style.Fill.BackgroundColor = XLColor.FromHtml(Palette.Tint);
                break;
            case Bullets bullets:
                Each(bullets.Items, item => "• " + item);
                break;
            case Numbered numbered:
                Each(numbered.Paragraphs, one => $"{one.Number}  {one.Text}");
                break;
            case Facts facts:
                Each(facts.Items, one => $"{one.Name}: {one.Value}");
                break;
            case KeyFigures figures:
                Each(figures.Figures, one => $"{one.Figure}  {one.Caption}");
                break;
            case NameList list:
                Subtitle(list.Title, 11);
                Each([.. list.Names.Select((name, index) => list.Marks.IsEmpty || list.Marks[index] is not { } mark ? name : $"{name} ({mark})")], line => line);
                break;
            case Compared compared:
                Text($"{compared.Label}: {compared.Change}");
                break;
            case Table table:
                Table(table);
                break;
            case FormEntry entry:
                Form(entry);
                break;
            case Figure figure:
                Text(figure.Alternative);
                Table(SheetTables.Behind(figure));
                break;
            case CountryPage country:
                Country(country);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // A form is filled in on paper or in a workbook of its own; here it can only be read.
    private void Form(FormEntry entry)
    {
        Subtitle($"{entry.Code}  {entry.Title.Text}", 11);
        Each<string>([.. new[] { entry.Condition, entry.Text.Text, entry.Help.Text, entry.Wanted }.OfType<string>()], text => text);
    }

    private void Country(CountryPage country)
    {
        Subtitle(country.Name, 13);
        Text(string.Join(" · ", new[] { country.Subtitle, country.TierCode, country.TierName, country.Mark }.Where(part => !string.IsNullOrEmpty(part))));
        Each([.. country.Left, .. country.Right, .. country.Foot], Write);
    }

    private void Table(Table? table)
    {
        if (table is null)
        {
            return;
        }

        row++;
        Subtitle(table.Title, 11);
        FilteredHead = filters ? row : null;
        row = tables.Write(table, row, filters) + 1;
    }

    private void Subtitle(string text, double size) =>
        Text(text, size).Style.Font.SetBold().Font.SetFontSize(size).Font.SetFontColor(XLColor.FromHtml(Palette.Navy));

    /// <summary>One text across the sheet, in a row high enough for it: Excel does not fit the height of merged cells itself.</summary>
    private IXLCell Text(string text, double size = 11)
    {
        var cell = page.Cell(row, 1);
        cell.SetValue<string>(TablePen.Fitting(text));
        cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        if (widths.Length > 1)
        {
            page.Range(row, 1, row, widths.Length).Merge();
        }

        var lines = text.Split('\n').Sum(part => Math.Ceiling(Math.Max(1, part.Length) * size / 11 / (widths.Sum() * 1.05)));
        page.Row(row).Height = Math.Min(400, (lines * Line * size / 11) + 5);
        row++;
        return cell;
    }

    private void Each<T>(ImmutableArray<T> items, Func<T, string> text) => Each(items, item => { Text(text(item)); });

    private static void Each<T>(ImmutableArray<T> items, Action<T> write)
    {
        foreach (var item in items)
        {
            write(item);
        }
    }
}
