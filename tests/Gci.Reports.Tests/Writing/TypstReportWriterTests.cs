using Gci.Reports.Blocks;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Gci.Reports.Tests.Writing;

public sealed class TypstReportWriterTests
{
    [Fact]
    public async Task Every_country_has_a_page_of_its_own_and_no_page_is_empty()
    {
        var pages = Written.Pages(await Written.LargeAsync());
        var countries = SampleCountry.Many(194);
        var first = pages.Length - countries.Length;

        // Header and footer alone have fewer letters than this.
        Assert.All(pages, page => Assert.True(page.Length > 150, page));
        Assert.All(countries.Select((country, index) => (country.Name, Page: pages[first + index])), pair =>
        {
            Assert.Contains(Written.Squeezed(pair.Name), pair.Page, StringComparison.Ordinal);
            Assert.Contains("Scoreoutof20pointsapillar", pair.Page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_document_is_tagged_and_says_that_it_is_accessible()
    {
        using var document = PdfDocument.Open(await Written.LargeAsync());
        var catalog = document.Structure.Catalog.CatalogDictionary;

        Assert.Equal(BooleanToken.True, Assert.IsType<DictionaryToken>(catalog.Data["MarkInfo"]).Data["Marked"]);
        Assert.True(catalog.ContainsKey(NameToken.Create("StructTreeRoot")));
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        Assert.Matches("pdfuaid:part(>|=\")1", metadata.GetXDocument().ToString());
    }

    [Fact]
    public async Task The_document_knows_its_title_author_date_and_language()
    {
        using var document = PdfDocument.Open(await Written.LargeAsync());

        Assert.Equal("Global Cybersecurity Index 2026", document.Information.Title);
        Assert.Equal("Invented Union for Digital Measurement", document.Information.Author);
        Assert.StartsWith("D:20260331000000", document.Information.CreationDate, StringComparison.Ordinal);
        Assert.Equal("en", Assert.IsType<StringToken>(document.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
    }

    [Fact]
    public async Task The_bookmarks_hold_each_chapter_and_each_country()
    {
        using var document = PdfDocument.Open(await Written.LargeAsync());
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        var titles = bookmarks.GetNodes().Select(node => node.Title).ToArray();
        var headings = SampleReport.English().Blocks.OfType<Heading>().Select(heading => heading.Text);

        Assert.Equal([.. headings, .. SampleCountry.Many(194).Select(country => country.Name)], titles);
    }

    [Fact]
    public async Task The_contents_give_the_page_on_which_a_chapter_begins()
    {
        var pages = Written.Pages(await Written.LargeAsync());
        var profiles = Array.FindIndex(pages, 2, page => page.Contains("Countryprofiles", StringComparison.Ordinal)) + 1;

        Assert.Matches($@"Countryprofiles\.*{profiles}", pages[1]);
        Assert.Contains($"Aladia{profiles + 1}", pages[profiles - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_font_is_embedded_and_comes_from_the_pinned_families()
    {
        using var document = PdfDocument.Open(await Written.LargeAsync());
        var descriptors = document.Structure.CrossReferenceTable.ObjectOffsets.Keys
            .Select(reference => document.Structure.GetObject(reference).Data)
            .OfType<DictionaryToken>()
            .Where(dictionary => dictionary.Data.TryGetValue("Type", out var type) && type is NameToken { Data: "FontDescriptor" })
            .ToArray();

        Assert.NotEmpty(descriptors);
        Assert.All(descriptors, descriptor =>
        {
            Assert.Matches(@"^[A-Z]{6}\+(Noto|IBMPlexSansArabic)", Assert.IsType<NameToken>(descriptor.Data["FontName"]).Data);
            Assert.Contains(descriptor.Data.Keys, key => key.StartsWith("FontFile", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task The_same_report_gives_the_same_bytes()
    {
        var report = SampleReport.English(12);
        Assert.Equal(await Written.PdfAsync(report), await Written.PdfAsync(report));
    }

    [Fact]
    public async Task The_notice_stands_on_every_page()
    {
        var pages = Written.Pages(await Written.LargeAsync());
        Assert.All(pages, page => Assert.Contains(Written.Squeezed(SampleReport.Notice), page, StringComparison.Ordinal));
    }
}
