using System.Collections.Immutable;
using Gci.Reports.Blocks;

namespace Gci.Reports.Tests.Writing;

/// <summary>A workbook with results, with text, with the numbers behind figures, and with texts that mean harm.</summary>
internal static class SampleWorkbook
{
    public static readonly ImmutableArray<string> Hostile =
        ["=1+1", "+1", "-1", "@SUM(A1)", "00123", "1/2", "TRUE", "<script>alert(1)</script>", "a & b", "bell\u0007", "=HYPERLINK(\"http://example.org\")", "\ud800 half"];

    public static Workbook English { get; } = new(
        "Global Cybersecurity Index 2026: results & tables",
        "en",
        SampleReport.Notice,
        new DateOnly(2026, 3, 31),
        SampleReport.Colours,
        [
            new("Results", [new Heading(1, "Results by country"), new Paragraph("One row a country, in alphabetical order. Scores are unrounded; the cells show two decimals. " + new string('x', 60)), SampleReport.Results(SampleCountry.Many(194))]),
            new("Figures", [SamplePages.Regions(SampleCountry.Many(194)), SamplePages.Spread(SampleCountry.Many(194)), SamplePages.Of(SampleCountry.Many(3)[0])]),
            new("Texts", [new Heading(1, "Method"), new Note("Read this first."), new Bullets(["One", "Two"]), new Numbered([("1.1", "First.")]), new NameList("T1", "T1", ["Aland", "Borland"])]),
            new("Hostile", [new Table("Texts that look like something else", [new("Text", 40), new("Number", 12)], [.. Hostile.Select((text, at) => (ImmutableArray<Cell>)[new TextCell(text), new NumberCell(at == 3 ? null : at / 3.0, 1)])])]),
        ]);

    public static Workbook Arabic { get; } = new(
        "الرقم القياسي العالمي", "ar", "داخلي", new DateOnly(2026, 3, 31), SampleReport.Colours, [new("النتائج", [.. SampleTranslations.Arabic.Blocks.OfType<Table>()])]);
}
