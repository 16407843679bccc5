using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gci.Reports.Blocks;

namespace Gci.Reports.Tests;

/// <summary>Blocks as text that a person can read and compare, numbers in full.</summary>
internal static class BlockText
{
    internal static string Of(Report report)
    {
        var text = new StringBuilder($"{report.Title} | {report.Subtitle} | {report.Publisher} | {report.Language} | {report.Date:yyyy-MM-dd} | {report.Notice ?? "no notice"}\n");
        report.Particulars.ToList().ForEach(particular => text.Append(CultureInfo.InvariantCulture, $"{particular.Name}: {particular.Value}\n"));
        return Lines(text, report.Blocks, "").ToString();
    }

    internal static string Of(Workbook workbook)
    {
        var text = new StringBuilder($"{workbook.Title} | {workbook.Language} | {workbook.Date:yyyy-MM-dd} | {workbook.Notice ?? "no notice"}\n");
        foreach (var sheet in workbook.Sheets)
        {
            Lines(text.Append(CultureInfo.InvariantCulture, $"\n==== {sheet.Name}\n"), sheet.Blocks, "");
        }

        return text.ToString();
    }

    private static StringBuilder Lines(StringBuilder text, IEnumerable<Block> blocks, string indent)
    {
        foreach (var block in blocks)
        {
            foreach (var line in Of(block))
            {
                text.Append(indent).Append(line).Append('\n');
            }

            if (block is CountryPage page)
            {
                Lines(text, [.. page.Left, .. page.Right, .. page.Foot], indent + "    ");
            }
        }

        return text;
    }

    private static IEnumerable<string> Of(Block block) => block switch
    {
        Heading heading => ["", $"{new string('#', heading.Level)} {heading.Text}"],
        Paragraph paragraph => [paragraph.Text],
        Note note => [$"Note: {note.Text}"],
        Bullets bullets => bullets.Items.Select(item => $"- {item}"),
        Numbered numbered => numbered.Paragraphs.Select(paragraph => $"{paragraph.Number} {paragraph.Text}"),
        Facts facts => facts.Items.Select(fact => $"{fact.Name}: {fact.Value}"),
        FormEntry entry => Form(entry),
        Compared compared => [$"{compared.Label}{(compared.Language is null ? "" : $" <{compared.Language}>")}: {compared.Change}"],
        KeyFigures figures => figures.Figures.Select(figure => $"[{figure.Figure}] {figure.Caption}"),
        NameList list => [$"{list.Title} ({list.TierCode}): {string.Join(", ", list.Names.Select((name, i) => list.Marks.IsEmpty || list.Marks[i] is null ? name : $"{name} [{list.Marks[i]}]"))}"],
        CountryPage page => ["", $"Page: {page.Name} | {page.Subtitle} | {page.TierCode ?? "none"} {page.TierName}{(page.Mark is null ? "" : $" | {page.Mark}")}"],
        Table table => [$"Table: {table.Title}", $"| {string.Join(" | ", table.Columns.Select(column => column.Title))} |", .. table.Rows.Select(row => $"| {string.Join(" | ", row.Select(Of))} |")],
        Figure figure => [$"{figure.GetType().Name}: {figure.Title}. {figure.Alternative}", .. Data(figure)],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Form(FormEntry entry) =>
    [
        "", $"{new string('#', entry.Level)} {entry.Code} {Of(entry.Title)} {entry.Mark}".TrimEnd(),
        .. entry.Condition is null ? [] : new[] { $"If: {entry.Condition}" }, Of(entry.Text), $"Help: {Of(entry.Help)}", $"Wanted: {entry.Wanted}", .. entry.Parts.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(FormPart part) => part switch
    {
        Boxes boxes => boxes.Options.Select(option => $"{(boxes.IsOne ? "(" : "[")}{(option.IsMarked ? "x" : " ")}{(boxes.IsOne ? ")" : "]")} {Of(option.Label)}{(boxes.HasLine ? " ____" : "")}"),
        Field field => [$"{field.Label}: {field.Value ?? string.Concat(Enumerable.Repeat("____", field.Lines))}"],
        Ruled ruled =>
        [
            ruled.Label, .. ruled.Note is null ? [] : new[] { ruled.Note }, $"| {string.Join(" | ", ruled.Heads.Select(Of))} |", .. ruled.Rows.Select(row => $"| {string.Join(" | ", row)} |"),
            .. Enumerable.Repeat("| ____ |", ruled.EmptyRows),
        ],
        _ => throw new UnreachableException(),
    };

    private static string Of(Said said) => said.Language is null ? said.Text : $"{said.Text} <{said.Language}>";

    private static IEnumerable<string> Data(Figure figure) => figure switch
    {
        Radar radar =>
        [
            $"  rings {string.Join(", ", radar.Rings.Select(ring => $"{ring.Label} at {Of(ring.Value)}"))}, up to {Of(radar.Maximum)}",
            .. radar.Series.Select(series => $"  {series.Name}{(series.IsReference ? " (reference)" : "")}: {string.Join(", ", radar.Axes.Zip(series.Values, (axis, value) => $"{axis} {Of(value)}"))}"),
        ],
        StackedBars bars => bars.Rows.Select(row => $"  {row.Name}: {string.Join(", ", bars.TierCodes.Zip(row.Counts, (code, count) => $"{code} {count}"))}"),
        Bars bars => bars.Rows.Select(row => $"  {row.Name}: {Of(row.Value)} of {Of(bars.Maximum)}"),
        Histograms histograms => histograms.Rows.Select(row => $"  {row.Name}: {string.Join(' ', row.Counts)}"),
        Staircase stairs => [$"  {string.Join(", ", stairs.LowestFirst.Select(step => $"{step.Code} {step.Name}"))}; own: {stairs.OwnCode}"],
        _ => throw new UnreachableException(),
    };

    private static string Of(Cell cell) => cell switch
    {
        TextCell text => text.Text,
        TierCell tier => tier.Code ?? "-",
        NumberCell { Value: { } number } => Of(number),
        NumberCell => "",
        _ => throw new UnreachableException(),
    };

    private static string Of(double number) => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture);
}
