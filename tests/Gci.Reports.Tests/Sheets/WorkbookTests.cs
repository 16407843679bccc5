using Gci.Reports.Blocks;
using Gci.Testing;

namespace Gci.Reports.Tests.Sheets;

/// <summary>The whole content of a small workbook.</summary>
public sealed class WorkbookTests
{
    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void A_workbook_holds_what_its_level_of_disclosure_allows(Disclosure level) =>
        Golden.Matches(BlockText.Of(ResultsWorkbook.Of(Shores.At(level))), $"workbook-{level.ToString().ToLowerInvariant()}.txt");

    [Fact]
    public void Every_row_has_a_cell_a_column_and_every_sheet_a_name_that_fits_a_tab() =>
        Assert.All(ResultsWorkbook.Of(Shores.At(Disclosure.Internal)).Sheets, sheet =>
        {
            Assert.InRange(sheet.Name.Length, 1, 31);
            Assert.All(sheet.Blocks.OfType<Table>(), table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Length, row.Length)));
        });

    [Fact]
    public void The_mean_of_a_group_below_five_countries_is_shown_internally_only()
    {
        Assert.Equal("SOUTH | South | region | 1 | 0 | 1 | 0 |  |  | ", Row(Disclosure.Tiers, "SOUTH"));
        Assert.Equal("SOUTH | South | region | 1 | 0 | 1 | 0 |  |  | ", Row(Disclosure.Pillars, "SOUTH"));
        Assert.Equal("SOUTH | South | region | 1 | 0 | 1 | 0 | 20 | 12.5 | 25", Row(Disclosure.Internal, "SOUTH"));
    }

    [Fact]
    public void Countries_stand_by_code_in_every_sheet()
    {
        var tables = ResultsWorkbook.Of(Shores.At(Disclosure.Internal)).Sheets.SelectMany(sheet => sheet.Blocks.OfType<Table>())
            .Where(table => table.Columns[0].Title == "ISO 3166").ToArray();

        Assert.Equal(3, tables.Length);
        Assert.All(tables, table => Assert.Equal(["ALA", "CIV", "EST", "FIN", "FRA", "KEN", "TUR"], table.Rows.Select(row => Assert.IsType<TextCell>(row[0]).Text)));
    }

    private static string Row(Disclosure level, string group) => BlockText.Of(ResultsWorkbook.Of(Shores.At(level)))
        .Split('\n').Single(line => line.StartsWith($"| {group} |", StringComparison.Ordinal))[2..^2];
}
