using Gci.Web.Files;

namespace Gci.Web.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Law 12.pdf", "Law 12.pdf")]
    [InlineData("LAW.PDF", "LAW.PDF")]
    [InlineData("C:\\fakepath\\law.pdf", "law.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("invoice.exe", "invoice.exe.pdf")]
    [InlineData("law\u202Efdp.exe", "lawfdp.exe.pdf")]
    [InlineData("a\u0000b\r\nc\u2028.pdf", "abc.pdf")]
    [InlineData("قانون \u200Fرقم ١٢.pdf", "قانون رقم ١٢.pdf")]
    [InlineData("نیم\u200Cفاصله.pdf", "نیم\u200Cفاصله.pdf")]
    [InlineData("第十二条.pdf", "第十二条.pdf")]
    [InlineData("half \uD83D of a pair.pdf", "half  of a pair.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData(".pdf", "file.pdf")]
    [InlineData(" . ", "file.pdf")]
    public void A_name_is_cleaned_and_ends_as_its_type_does(string given, string kept) => Assert.Equal(kept, FileName.Clean(given, FileType.Pdf));

    [Fact]
    public void A_long_name_keeps_its_ending_and_breaks_no_character()
    {
        var name = FileName.Clean(string.Concat(Enumerable.Repeat("\U0001F4DC", 200)) + ".pdf", FileType.Pdf);

        Assert.InRange(name.Length, 250, FileName.Longest);
        Assert.EndsWith("\U0001F4DC.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_keeps_either_of_its_endings() =>
        Assert.Equal(("a.jpeg", "a.jpg", "a.png.jpg"), (FileName.Clean("a.jpeg", FileType.Jpeg), FileName.Clean("a.jpg", FileType.Jpeg), FileName.Clean("a.png", FileType.Jpeg)));
}
