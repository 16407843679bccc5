using Gci.Reports.Blocks;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Gci.Reports.Tests.Writing;

public sealed class TypstDirectionTests
{
    [Fact]
    public async Task An_Arabic_page_begins_at_the_right_and_says_its_language()
    {
        using var document = PdfDocument.Open(await Written.PdfAsync(SampleTranslations.Arabic));
        var heading = document.GetPage(3).Letters.Where(letter => letter.PointSize > 20 && letter.Location.Y > 700).ToArray();

        Assert.NotEmpty(heading);
        Assert.All(heading, letter => Assert.True(letter.Location.X > document.GetPage(3).Width / 2));
        Assert.Equal("ar", Assert.IsType<StringToken>(document.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
    }

    [Fact]
    public async Task A_chart_in_Arabic_has_its_labels_at_the_right()
    {
        var report = Written.Of(new Heading(1, "ملخص"), new Bars("نص", "نص", 10, 0, [("اسم", 7)])) with { Language = "ar" };
        using var document = PdfDocument.Open(await Written.PdfAsync(report));
        var value = document.GetPage(3).Letters.Where(letter => letter.Value == "7" && letter.PointSize > 8.3 && letter.PointSize < 8.9).ToArray();

        Assert.NotEmpty(value);
        Assert.All(value, letter => Assert.True(letter.Location.X < 100));
    }

    [Fact]
    public async Task Chinese_is_set_in_its_own_font()
    {
        using var document = PdfDocument.Open(await Written.PdfAsync(SampleTranslations.Chinese));
        var letters = document.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value[0] >= '\u4e00').ToArray();

        Assert.True(letters.Length > 300);
        Assert.All(letters, letter => Assert.Contains("NotoSansSC", letter.FontName, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ar", "المحتويات")]
    [InlineData("fr", "Table des matières")]
    [InlineData("zh", "目录")]
    public async Task The_contents_are_headed_in_the_language_of_the_report(string language, string title)
    {
        var contents = Written.Pages(await Written.PdfAsync(Written.Of(new Heading(1, "A")) with { Language = language }))[1];

        // PdfPig gives Arabic in the order of the page, from left to right.
        var sought = language == "ar" ? string.Concat(title.Reverse()) : Written.Squeezed(title);
        Assert.Contains(sought, contents, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arabic_letters_come_back_from_the_page_once_each()
    {
        const string Text = "التدابير القانونية والتقنية";
        var page = Written.Pages(await Written.PdfAsync(Written.Of(new Heading(1, Text)) with { Language = "ar" }))[2];

        Assert.Equal(Written.Squeezed(Text).Order(), page.Where(letter => letter is >= '\u0600' and <= '\u06ff').Order());
    }
}
