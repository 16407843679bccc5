using System.Text;
using CsCheck;
using Gci.Web.Files;

namespace Gci.Web.Tests.Files;

/// <summary>What a file is, and whether it is taken, is seen from its bytes.</summary>
public sealed class FileContentTests
{
    [Fact]
    public void Each_type_that_is_taken_is_known_by_its_content()
    {
        Assert.Equal(FileType.Pdf, Taken(Samples.Pdf));
        Assert.Equal(FileType.Png, Taken(Samples.Png));
        Assert.Equal(FileType.Jpeg, Taken(Samples.Jpeg));
        Assert.Equal(FileType.Word, Taken(Samples.Office()));
        Assert.Equal(FileType.Excel, Taken(Samples.Office(Samples.Excel)));
        Assert.Equal(FileType.PowerPoint, Taken(Samples.Office(Samples.PowerPoint)));
        Assert.Equal(FileType.OpenText, Taken(Samples.OpenDocument()));
        Assert.Equal(FileType.OpenSpreadsheet, Taken(Samples.OpenDocument("spreadsheet")));
        Assert.Equal(FileType.Text, Taken(Samples.Utf8("Article 12\r\n\tمادة ١٢ — 第十二条\f")));
        Assert.Equal(FileType.Text, Taken([0xEF, 0xBB, 0xBF, (byte)'a']));
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "file-type", [0x4D, 0x5A, 0x90, 0x00, 0x03] },
        { "file-type", [.. "GIF89a"u8, 0, 1] },
        { "file-type", Encoding.Unicode.GetBytes("UTF-16 has zero bytes") },
        { "file-type", Encoding.Latin1.GetBytes("déjà vu") },
        { "file-type", [.. "text and then"u8, 0x1B, .. "[31m"u8] },
        { "file-type", Samples.Zip(("a.txt", Samples.Utf8("a plain archive"))) },
        { "file-type", Samples.Office("application/vnd.openxmlformats-officedocument.wordprocessingml.template") },
        { "file-type", Samples.OpenDocument("graphics") },
        { "file-type", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "file-password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[9]] },
        { "file-password", Samples.OpenDocument(manifest: "<file-entry><encryption-data/></file-entry>") },
        { "file-broken", Samples.Pdf[..^8] },
        { "file-broken", Samples.Office()[..^30] },
        { "file-broken", Samples.Office(parts: ("../../etc/cron.d/evil", [1])) },
        { "file-broken", Samples.Office(parts: ("/etc/passwd", [1])) },
        { "file-broken", Samples.Office(parts: ("word\\..\\..\\evil.exe", [1])) },
        { "file-broken", Samples.Office(parts: ("C:evil.exe", [1])) },
        { "file-broken", Samples.Office(parts: ("MAIN.xml", [1])) },
        { "file-broken", Samples.OfficeWithDocumentType },
        { "file-macros", Samples.Office("application/vnd.ms-word.document.macroEnabled") },
        { "file-macros", Samples.Office(parts: ("word/vbaProject.bin", [1])) },
        { "file-macros", Samples.OpenDocument(parts: ("Basic/Standard/Module1.xml", [1])) },
        { "file-macros", Samples.OpenDocument(parts: ("Scripts/python/run.py", [1])) },
        { "file-outside", Samples.OfficePointing("attachedTemplate", "https://elsewhere.example/template.dotm") },
        { "file-outside", Samples.OfficePointing("image", "https://elsewhere.example/spy.png") },
        { "file-outside", Samples.OfficePointing("oleObject", "file:///c:/windows/win.ini") },
        { "file-outside", Samples.OfficePointing("hyperlink", "file://server/share/a.docx") },
        { "file-outside", Samples.OfficePointing("hyperlink", "javascript:alert(1)") },
        { "file-outside", Samples.OfficePointing("hyperlink", "\\\\server\\share") },
        { "file-outside", Samples.OpenDocument(body: "<image xlink:href=\"https://elsewhere.example/spy.png\"/>") },
        { "file-outside", Samples.OpenDocument(body: "<event xlink:href=\"vnd.sun.star.script:Standard.Module1.Main\"/>") },
        { "file-outside", Samples.OpenDocument(body: "<a xlink:href=\"smb://server/share\"/>") },
        { "file-nested", Samples.Office(parts: ("word/stuff.bin", Samples.Zip(("a", [1])))) },
        { "file-nested", Samples.Office(parts: ("word/stuff.gz", [0x1F, 0x8B, 8, 0])) },
        { "file-nested", Samples.Office(parts: ("word/media/image.png", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27])) },
        { "file-type", Samples.Office(parts: ("word/embeddings/stuff.docx", Samples.Zip(("a", [1])))) },
        { "file-macros", Samples.Office(parts: ("word/embeddings/sheet.xlsx", Samples.Office(parts: ("xl/vbaProject.bin", [1])))) },
        { "file-nested", Samples.Office(parts: ("word/embeddings/a.docx", Samples.Office(parts: ("word/embeddings/b.docx", Samples.Office())))) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_taken_is_refused_for_its_own_reason(string code, byte[] content) => Assert.Equal(code, RefusedAs(content));

    [Theory]
    [InlineData("https://example.org/law")]
    [InlineData("http://example.org/law")]
    [InlineData("mailto:ministry@example.org")]
    [InlineData("#page2")]
    public void Links_that_somebody_may_follow_are_fine(string target)
    {
        Assert.Equal(FileType.Word, Taken(Samples.OfficePointing("hyperlink", target)));
        Assert.Equal(FileType.OpenText, Taken(Samples.OpenDocument(body: $"<a xlink:href=\"{target}\"/><image xlink:href=\"Pictures/1.png\"/><chart xlink:href=\"..\"/>")));
    }

    [Fact]
    public void A_document_in_a_document_and_a_packed_picture_are_fine() => Assert.Equal(FileType.PowerPoint, Taken(Samples.Office(
        Samples.PowerPoint, ("ppt/embeddings/Microsoft_Excel_Sheet.xlsx", Samples.Office(Samples.Excel)), ("ppt/media/image1.emz", [0x1F, 0x8B, 8, 0]))));

    [Fact]
    public void An_archive_that_swells_is_refused_whatever_it_says_about_itself()
    {
        var bomb = Samples.Office(parts: ("word/zeros.xml", new byte[PackedFile.MostBytes + 1]));
        var inside = Samples.Office(parts: [("word/zeros.xml", new byte[PackedFile.MostBytes / 2]), ("word/embeddings/a.xlsx", Samples.Office(Samples.Excel, ("xl/zeros.xml", new byte[(PackedFile.MostBytes / 2) + 1])))]);

        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal("file-unpacked", RefusedAs(bomb));
        Assert.Equal("file-unpacked", RefusedAs(inside));
        Assert.Contains(RefusedAs(Samples.Lying(bomb)), (string[])["file-unpacked", "file-broken"]);
    }

    [Fact]
    public void An_archive_of_too_many_parts_is_refused()
    {
        (string, byte[])[] parts = [.. Enumerable.Range(0, PackedFile.MostEntries - 2).Select(number => ($"word/{number}.xml", Array.Empty<byte>()))];

        Assert.Equal(FileType.Word, Taken(Samples.Office(parts: parts)));
        Assert.Equal("file-unpacked", RefusedAs(Samples.Office(parts: [.. parts, ("word/more.xml", [])])));
    }

    [Fact]
    public void Whatever_bytes_are_damaged_the_answer_is_a_type_or_a_refusal()
    {
        byte[][] whole = [Samples.Office(parts: ("word/embeddings/a.xlsx", Samples.Office(Samples.Excel))), Samples.OpenDocument(), Samples.Pdf];
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Select(Gen.Int[4, 5000], Gen.Byte).Array[1, 20], Gen.Int[1, 5000]).Sample(
            (which, changes, length) =>
            {
                var damaged = whole[which][..Math.Min(length, whole[which].Length)];
                foreach (var (at, value) in changes)
                {
                    damaged[at % damaged.Length] = value;
                }

                using var content = new MemoryStream(damaged);
                var (type, refusal) = FileContent.Examine(content);
                Assert.True(type is null != refusal is null);
            },
            iter: 3000);
    }

    private static FileType? Taken(byte[] content)
    {
        using var stream = new MemoryStream(content);
        var (type, refusal) = FileContent.Examine(stream);
        Assert.Null(refusal);
        return type;
    }

    private static string? RefusedAs(byte[] content)
    {
        using var stream = new MemoryStream(content);
        var (type, refusal) = FileContent.Examine(stream);
        Assert.Null(type);
        return refusal?.Code;
    }
}
