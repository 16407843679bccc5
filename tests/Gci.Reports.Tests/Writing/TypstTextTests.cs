using System.Collections.Immutable;
using Gci.Reports.Blocks;
using UglyToad.PdfPig;

namespace Gci.Reports.Tests.Writing;

public sealed class TypstTextTests
{
    public static TheoryData<string> Hostile =>
    [
        "#pagebreak()", "<script>alert(1)</script>", "*bold* _thin_ `code`", "=1+1", "\"quoted\" 'twice'", @"C:\new\text \u{41}", "$x^2$ @ref <label>",
        "= Heading", "#panic(\"x\")", "// comment /* more */", "{{braces}} [brackets]", "-- --- ... ~", "left\u200Eright\u200F mark", "https://example.org/?a=b&c=d",
        "&amp; &#65; <tspan>", "]]> <!-- -->",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Text_that_looks_like_markup_is_printed_as_it_is(string text)
    {
        ImmutableArray<Block> blocks =
        [
            new Heading(1, text), new Paragraph(text), new Note(text), new Bullets([text]), new Numbered([(text, text)]), new KeyFigures([(text, text)]),
            new NameList(text, null, [text]), new Table(text, [new(text, 40)], [[new TextCell(text)]]), new Bars(text, text, 1, 0, [(text, 1)]),
            new Facts([(text, text)]),
            new FormEntry(2, text, new(text), text, text, new(text), new(text, "en"), text, [new Boxes(true, [(true, new(text))]), new Field(text, text, 0), new Ruled(text, text, [new(text)], [1], [[text]], 1)]),
            new CountryPage(text, text, [new Heading(3, text)], [new Bullets([text])], [], "T1", text),
        ];
        var all = string.Concat(Written.Pages(await Written.PdfAsync(Written.Of(blocks) with { Title = text, Subtitle = text, Publisher = text, Notice = text })));

        // Marks of direction are not drawn, so that no letters of theirs come back from the page.
        var sought = Written.Squeezed(text).Replace("\u200E", "", StringComparison.Ordinal).Replace("\u200F", "", StringComparison.Ordinal);
        var shown = all.Replace("\u200E", "", StringComparison.Ordinal).Replace("\u200F", "", StringComparison.Ordinal);
        Assert.True((shown.Length - shown.Replace(sought, "", StringComparison.Ordinal).Length) / sought.Length >= 20, shown);
    }

    [Fact]
    public async Task A_character_that_no_font_has_is_replaced_and_the_report_still_written()
    {
        var pages = Written.Pages(await Written.PdfAsync(Written.Of(new Heading(1, "Flag"), new Paragraph("before \U0001F600 after"), new Bars("\U0001F600", "x", 1, 0, [("\U0001F600", 1)]))));
        Assert.Contains("before\uFFFDafter", pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_control_character_does_not_stop_the_report()
    {
        var pages = Written.Pages(await Written.PdfAsync(Written.Of(new Heading(1, "Bell"), new Paragraph("one\u0007two\u0000three\ud800"))));
        Assert.Contains("onetwothree", pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_300_characters_stay_on_the_page_and_inside_its_margins()
    {
        var name = new string('n', 300);
        var page = SamplePages.Of(SampleCountry.Many(1)[0] with { Name = name });
        var pdf = await Written.PdfAsync(Written.Of(new Heading(1, "Countries"), new Paragraph("Before."), page, new Heading(1, "Last")));
        using var document = PdfDocument.Open(pdf);

        Assert.Equal(5, document.NumberOfPages);
        Assert.Contains(name, Written.Pages(pdf)[3], StringComparison.Ordinal);
        Assert.All(document.GetPages().SelectMany(one => one.Letters), letter => Assert.InRange(letter.BoundingBox.Right, 0, 595 - 55));
    }

    [Fact]
    public async Task A_country_with_too_much_to_say_still_has_one_page()
    {
        var table = SampleReport.Results(SampleCountry.Many(70));
        var full = new CountryPage("Fullness", "", [], [], [table, new Paragraph("The end of it.")], "T1", "First");
        var pages = Written.Pages(await Written.PdfAsync(Written.Of(new Heading(1, "Countries"), new Paragraph("Before."), full, full)));

        Assert.Equal(5, pages.Length);
        Assert.Contains("Theendofit.", pages[3], StringComparison.Ordinal);
        Assert.Contains("Theendofit.", pages[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_of_one_country_opens_on_the_page_of_that_country()
    {
        var country = SamplePages.Of(SampleCountry.Many(1)[0]);
        Assert.Equal(3, Written.Pages(await Written.PdfAsync(Written.Of(new Heading(1, "Profile"), country))).Length);
    }

    [Fact]
    public async Task Headings_that_skip_a_level_are_put_in_order_for_screen_readers()
    {
        var pages = Written.Pages(await Written.PdfAsync(Written.Of(new Heading(3, "Deep"), new Heading(1, "Top"), new Heading(4, "Deeper"))));
        Assert.Contains("Deeper", pages[3], StringComparison.Ordinal);
    }
}
