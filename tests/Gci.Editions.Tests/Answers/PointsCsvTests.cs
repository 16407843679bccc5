using Gci.Editions.Answers;

namespace Gci.Editions.Tests.Answers;

public sealed class PointsCsvTests
{
    private static readonly (string, double)[] s_pillars = [("legal", 20), ("technical", 13.5)];

    [Fact]
    public void Points_are_read_to_the_last_bit_in_the_pillars_order()
    {
        var problems = new Problems();
        var table = Read("technical,iso3,legal\n13.333333333333334,URY,20\n,KEN,-0\n", problems);

        Assert.Empty(Small.Lines(problems));
        Assert.Equal(["KEN", "URY"], table.Points.Keys);
        Assert.Equal([20, 13.333333333333334], table.Points["URY"]);
        Assert.Equal(double.NaN, table["KEN", "technical"]);
        Assert.False(double.IsNegative(table["KEN", "legal"]));
    }

    [Fact]
    public void Every_problem_is_told_and_no_row_is_left()
    {
        var problems = new Problems();
        var table = Read("""
            iso3,legal,technical
            KEN,20.000000000001,13.6
            ken,-0.1,NaN
            KEN,1,2
            PRT,,
            URY,"1,5",Infinity
            XK,=1+1,1e1
            PRT,1
            """, problems);

        Assert.Empty(table.Points);
        Assert.Equal(["legal", "technical"], table.Pillars);
        const string Rule = "a number is written with digits and, where needed, a minus and a decimal point: no commas, spaces, units or exponents.";
        Assert.Equal(
            [
                "a.csv:2: \"legal\" is 20.000000000001; the pillar has between 0 and 20 points.",
                "a.csv:2: \"technical\" is 13.6; the pillar has between 0 and 13.5 points.",
                "a.csv:3: \"legal\" is -0.1; the pillar has between 0 and 20 points.",
                $"a.csv:3: \"technical\" is \"NaN\"; {Rule}",
                "a.csv:3: The country \"ken\" is not known; write KEN.",
                "a.csv:4: The country \"KEN\" stands twice; it was first on line 2.",
                "a.csv:5: This row has no points; leave it out, or give those of one pillar at least.",
                $"a.csv:6: \"legal\" is \"1,5\"; {Rule}",
                $"a.csv:6: \"technical\" is \"Infinity\"; {Rule}",
                $"a.csv:7: \"legal\" is \"=1+1\"; {Rule}",
                $"a.csv:7: \"technical\" is \"1e1\"; {Rule}",
                "a.csv:7: The country \"XK\" is not known; write its ISO code of three letters.",
                "a.csv:8: This row has 2 fields and the first line 3; a field with a comma in it stands between quotation marks.",
            ],
            Small.Lines(problems));
    }

    [Fact]
    public void Extra_and_missing_columns_are_problems()
    {
        var problems = new Problems();

        Assert.Empty(Read("iso3,legal,name\nKEN,1,Kenya\n", problems).Points);
        Assert.Equal(
            ["a.csv:1: The column \"name\" is not known; the columns are iso3, legal, technical.", "a.csv:1: The column \"technical\" is missing."], Small.Lines(problems));
    }

    [Fact]
    public void A_missing_file_leaves_an_empty_table_and_a_problem()
    {
        var problems = new Problems();

        Assert.Empty(PointsCsv.Read("missing.csv", s_pillars, Small.Countries, problems).Points);
        Assert.Equal(["missing.csv:1: The file is missing."], Small.Lines(problems));
    }

    private static PointsTable Read(string text, Problems problems) => PointsCsv.Read("a.csv", Small.Bytes(text), s_pillars, Small.Countries, problems);
}
