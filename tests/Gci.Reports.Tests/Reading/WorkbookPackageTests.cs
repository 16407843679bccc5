using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gci.Reports.Tests.Reading;

public sealed class WorkbookPackageTests
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    [Fact]
    public void What_is_no_workbook_is_told_by_its_first_bytes()
    {
        Assert.Equal("The file is empty.", Problem([]));
        Assert.Equal("This is not a workbook of the format .xlsx.", Problem(Encoding.UTF8.GetBytes("country,code,answer\n")));
        Assert.Equal(
            "The workbook is encrypted or in the old format .xls; save it without a password as .xlsx.",
            Problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]]));
        Assert.Equal("This is a zip file but not a workbook.", Problem(Zip(("a.txt", "text"))));
        Assert.Equal("The workbook is damaged; open it in a spreadsheet program and save it again as .xlsx.", Problem(Workbooks.Answers()[..^100]));
    }

    [Fact]
    public void A_part_that_unpacks_to_far_more_than_its_size_is_refused() => Assert.Equal(
        "The part \"xl/media/image1.png\" of the workbook unpacks to more than 200 times its size; such a file is not opened.",
        Problem(Zip(("xl/media/image1.png", new string('0', 4 << 20)))));

    [Fact]
    public void A_part_that_unpacks_to_more_than_it_declares_is_refused()
    {
        var bomb = WithDeclaredSize(Zip(("xl/media/image1.png", new string('0', 4 << 20))), 1000);

        Assert.Equal("The workbook is damaged: its part \"xl/media/image1.png\" is not what the zip file declares.", Problem(bomb));
    }

    [Fact]
    public void A_workbook_that_is_too_large_in_all_is_refused() =>
        Assert.Equal("The workbook is larger than 256 MiB when unpacked.", Problem(WithDeclaredSize(Zip(("a.bin", "text")), (256 << 20) + 1)));

    [Fact]
    public void Too_many_parts_and_parts_that_stand_twice_are_refused()
    {
        Assert.Equal("The workbook has 2001 parts; at most 2000 are read.", Problem(Zip([.. Enumerable.Range(0, 2001).Select(number => ($"{number}", ""))])));
        Assert.Equal("The workbook is damaged: it holds the part \"A.txt\" twice.", Problem(Zip(("a.txt", "1"), ("A.txt", "2"))));
    }

    [Theory]
    [InlineData("externalLink", "externalLinks/externalLink1.xml", "", "The workbook has external links to other workbooks; break the links and save it again.")]
    [InlineData("externalLinkPath", "file:///C:/secret.xlsx", "External", "The workbook has external links to other workbooks; break the links and save it again.")]
    [InlineData("image", "http://example.org/pixel.png", "External", "The workbook links to another file, \"http://example.org/pixel.png\"; break the link and save it again.")]
    [InlineData("oleObject", "embeddings/oleObject1.bin", "", "The workbook has an embedded object; take it out and save it again.")]
    [InlineData("vbaProject", "other.bin", "", "The workbook has macros; save it as .xlsx, which has none.")]
    public void Relations_that_lead_out_of_the_workbook_are_refused(string kind, string target, string mode, string expected) =>
        Assert.Equal(expected, Problem(Workbooks.With(Workbooks.Answers(), "xl/_rels/workbook.xml.rels", xml => WithRelation(xml, kind, target, mode))));

    [Fact]
    public void Hyperlinks_are_fine() => Assert.Empty(Workbooks.Read(Workbooks.Answers(sheet => sheet.Cell("D2").Hyperlink = new("https://example.org/law.pdf"))).Problems);

    [Theory]
    [InlineData("xl/externalLinks/externalLink1.xml", "<a/>", "The workbook has external links to other workbooks; break the links and save it again.")]
    [InlineData("xl/vbaProject.bin", "<a/>", "The workbook has macros; save it as .xlsx, which has none.")]
    [InlineData("xl/vbaProject.bin", "binary", "The workbook has macros; save it as .xlsx, which has none.")]
    [InlineData("xl/other.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "The part \"xl/other.xml\" of the workbook is not plain XML without a document type.")]
    [InlineData("xl/other.bin", " <!DOCTYPE a><a/>", "The part \"xl/other.bin\" of the workbook is not plain XML without a document type.")]
    [InlineData("xl/other.xml", "text", "The part \"xl/other.xml\" of the workbook is not plain XML without a document type.")]
    public void Parts_that_a_workbook_with_answers_must_not_have_are_refused(string part, string text, string expected) =>
        Assert.Equal(expected, Problem(Workbooks.With(Workbooks.Answers(), part, _ => text)));

    [Theory]
    [InlineData("<a>", 1000)]
    [InlineData("<t/>", 1_000_001)]
    public void A_part_that_is_nested_too_deep_or_holds_too_much_in_one_cell_is_refused(string xml, int times)
    {
        var varied = string.Concat(Enumerable.Range(0, times).Select(number => FormattableString.Invariant($"<!--{number * 7919L % 999_983}-->{xml}")));

        Assert.Equal(
            "The part \"xl/other.xml\" of the workbook is nested too deep or holds too much in one place.",
            Problem(Workbooks.With(Workbooks.Answers(), "xl/other.xml", _ => $"<sst><si>{varied}</si></sst>")));
    }

    private static string WithRelation(string xml, string kind, string target, string mode) => xml.Replace(
        "</Relationships>", $"<Relationship Id=\"x\" Type=\"{Relation}{kind}\" Target=\"{target}\"{(mode.Length > 0 ? $" TargetMode=\"{mode}\"" : "")}/></Relationships>", StringComparison.Ordinal);

    private static string Problem(byte[] content)
    {
        var (rows, problems) = Workbooks.Read(content);
        Assert.Empty(rows);
        return Assert.Single(problems)["a.xlsx:1: ".Length..];
    }

    // The size that the central directory declares for the last part.
    private static byte[] WithDeclaredSize(byte[] zip, uint size)
    {
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), size);
        return zip;
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}
