using System.Text;
using Gci.Editions.Answers;

namespace Gci.Editions.Tests.Answers;

public sealed class AnswersCsvTests
{
    [Fact]
    public void A_byte_order_mark_carriage_returns_quotes_and_any_order_of_columns_are_fine()
    {
        var problems = new Problems();
        var rows = AnswersCsv.Read("a.csv", Small.Bytes("\uFEFFcode,comment,answer,country\r\nTEC-1,\"so, \"\"yes\"\"\r\nit is\",yes,KEN\r\n\r\n,,,\r\nTEC-1,,no,PRT"), problems);

        Assert.Empty(Small.Lines(problems));
        Assert.Equal([Small.Row(2, "KEN", "TEC-1", "yes", "so, \"yes\"\r\nit is"), Small.Row(6, "PRT", "TEC-1", "no")], rows);
    }

    [Theory]
    [InlineData("country;code;answer\nKEN;TEC-1;yes", "a.csv:1: The columns are separated by semicolons; separate them by commas: country,code,answer.")]
    [InlineData("\"country\"\t\"code\"\t\"answer\"\nx", "a.csv:1: The columns are separated by tabs; separate them by commas: country,code,answer.")]
    [InlineData("", "a.csv:1: The file is empty.")]
    [InlineData("\uFEFF\r\n \r\n", "a.csv:1: The file is empty.")]
    [InlineData("country,code,answer\r\n", "a.csv:1: The file has column names and no row below them.")]
    [InlineData("country,code,answer\n,,\n", "a.csv:1: The file has column names and no row below them.")]
    [InlineData("PK\u0003\u0004", "a.csv:1: This is a workbook or another zip file, not text; name it .xlsx if it is a workbook.")]
    [InlineData("c\0o\0u\0", "a.csv:1: The file is UTF-16 text; save it as UTF-8.")]
    public void A_file_that_is_no_table_gives_one_sentence(string text, string expected)
    {
        var problems = new Problems();

        Assert.Empty(AnswersCsv.Read("a.csv", Small.Bytes(text), problems));
        Assert.Equal([expected], Small.Lines(problems));
    }

    [Fact]
    public void Other_encodings_are_told_with_the_line()
    {
        Assert.Equal(["a.csv:1: The file is UTF-16 text; save it as UTF-8."], ProblemsOf([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("country")]));
        Assert.Equal(["a.csv:1: The file is UTF-16 text; save it as UTF-8."], ProblemsOf(Encoding.BigEndianUnicode.GetBytes("country")));
        Assert.Equal(
            ["a.csv:3: This line is not UTF-8 text; save the file as UTF-8 (in a spreadsheet program: CSV UTF-8)."],
            ProblemsOf(Encoding.Latin1.GetBytes("country,code,answer\nKEN,TEC-1,yes\nKEN,TEC-3,été\n")));
        Assert.Equal(
            ["a.csv:1: This is an old or an encrypted workbook, not text; save it as CSV UTF-8, or without a password as .xlsx."],
            ProblemsOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
    }

    [Fact]
    public void Every_mistake_of_the_header_is_told() => Assert.Equal(
        [
            "a.csv:1: The column \"answer\" is missing.",
            "a.csv:1: The column \"code\" stands 2 times; it stands once.",
            "a.csv:1: The column \"Answer\" is not known; the columns are country, code, answer and, if wanted, comment.",
        ],
        ProblemsOf(Small.Bytes("country,code,code,Answer\nKEN,TEC-1,,yes\n")).Order(StringComparer.Ordinal).OrderBy(line => line.Length));

    [Fact]
    public void Broken_and_ragged_rows_are_told_and_the_rows_around_them_are_read()
    {
        var problems = new Problems();
        var rows = AnswersCsv.Read("a.csv", Small.Bytes("""
            country,code,answer
            KEN,TEC-1,yes,maybe
            KEN,TEC-3,a "word"
            KEN,TEC-3,"two
            lines"!,x
            KEN,TEC-1
            PRT,TEC-1,no
            URY,TEC-3,"never closed
            URY,TEC-1,no
            """), problems);

        Assert.Equal([Small.Row(7, "PRT", "TEC-1", "no")], rows);
        Assert.Equal(
            [
                "a.csv:2: This row has 4 fields and the first line 3; a field with a comma in it stands between quotation marks.",
                "a.csv:3: A quotation mark stands inside a field; put the whole field between quotation marks and double those inside.",
                "a.csv:5: Text follows a closing quotation mark; put the whole field between quotation marks and double those inside.",
                "a.csv:6: This row has 2 fields and the first line 3; a field with a comma in it stands between quotation marks.",
                "a.csv:8: A quotation mark opens here and is never closed; nothing from here to the end of the file was read.",
            ],
            Small.Lines(problems));
    }

    [Fact]
    public void Line_numbers_are_right_with_any_line_ends()
    {
        var problems = new Problems();
        var rows = AnswersCsv.Read("a.csv", Small.Bytes("country,code,answer\rKEN,a,\"1\r2\n3\r\n4\"\r\nKEN,b,5\nKEN,c,6"), problems);

        Assert.Empty(Small.Lines(problems));
        Assert.Equal(["2", "6", "7"], rows.Select(row => row.Place));
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_file_too_large_are_problems()
    {
        var folder = Directory.CreateTempSubdirectory();
        var large = Path.Combine(folder.FullName, "large.csv");
        File.WriteAllBytes(large, new byte[(64 << 20) + 1]);
        var problems = new Problems();

        Assert.Empty(AnswersCsv.Read("missing.csv", problems));
        Assert.Empty(AnswersCsv.Read(folder.FullName, problems));
        Assert.Empty(AnswersCsv.Read(large, problems));
        folder.Delete(recursive: true);
        Assert.Equal(
            [
                $"{folder.FullName}:1: This is a folder, not a file.",
                $"{large}:1: The file is larger than 64 MiB; hand the answers in in several files.",
                "missing.csv:1: The file is missing.",
            ],
            Small.Lines(problems));
    }

    private static string[] ProblemsOf(byte[] content)
    {
        var problems = new Problems();
        Assert.Empty(AnswersCsv.Read("a.csv", content, problems));
        return Small.Lines(problems);
    }
}
