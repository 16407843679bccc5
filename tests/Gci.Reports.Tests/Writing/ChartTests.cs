using System.Globalization;
using System.Xml.Linq;
using Gci.Reports.Blocks;
using Gci.Reports.Writing;
using Gci.Reports.Writing.Charts;

namespace Gci.Reports.Tests.Writing;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Figure[] Figures =
    [
        SamplePages.Radar(SampleCountry.Many(9)[3]), SamplePages.Stairs("T3"), SamplePages.Regions(SampleCountry.Many(194)), SamplePages.Spread(SampleCountry.Many(194)),
        SamplePages.Regions(SampleCountry.Many(60)) with { IsShaded = true },
        new Bars("Means & more", "Two <bars>.", 20, 1, [("Legal", 17.14), ("A very long name of a pillar that needs more than one line to stand in", 2.5)]),
    ];

    private static readonly string[] Languages = ["en", "ar"];
    private static readonly int[] Widths = [194, 257, 470];

    public static TheoryData<int, string, int> Cases =>
        [.. from figure in Enumerable.Range(0, Figures.Length) from language in Languages from width in Widths select (figure, language, width)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_chart_is_well_formed_and_says_what_it_shows(int figure, string language, int width)
    {
        var svg = XElement.Parse(Draw(Figures[figure], language, width));

        Assert.Equal(Svg + "svg", svg.Name);
        Assert.Equal(Figures[figure].Title, svg.Element(Svg + "title")!.Value);
        Assert.Equal(Figures[figure].Alternative, svg.Element(Svg + "desc")!.Value);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_label_stays_inside_the_chart(int figure, string language, int width)
    {
        var drawing = Chart.Of(Figures[figure], new(width, language, SampleReport.Colours));

        Assert.All(drawing.Labels, label =>
        {
            var wide = Lettering.Width(label.Text, label.Size, label.Bold);
            var left = label.Anchor switch { Anchor.Start => label.X, Anchor.Middle => label.X - (wide / 2), _ => label.X - wide };
            Assert.InRange(left, -4, width + 4);
            Assert.InRange(left + wide, -4, width + 4);
            Assert.InRange(label.Y, 0, drawing.Height);
        });
    }

    [Fact]
    public void A_chart_does_not_depend_on_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Figures.Select(figure => Draw(figure, "en", 470)).ToArray();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-EG");
        try
        {
            Assert.Equal(expected, Figures.Select(figure => Draw(figure, "en", 470)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Each_part_of_a_stacked_bar_carries_its_count_and_its_tier()
    {
        var bars = new StackedBars("t", "a", ["T1", "T2"], [("Region", [7, 0]), ("Other", [3, 4])]);
        var texts = Chart.Of(bars, new(470, "en", SampleReport.Colours)).Labels.Select(label => label.Text);

        Assert.Equal(["Region", "7", "T1", "7", "Other", "3", "T1", "4", "T2", "7"], texts);
    }

    [Fact]
    public void A_language_from_right_to_left_mirrors_a_chart_and_swaps_its_anchors()
    {
        var bars = new Bars("t", "a", 10, 0, [("Name", 5)]);
        var latin = Chart.Of(bars, new(400, "en", SampleReport.Colours)).Labels;
        var arabic = Chart.Of(bars, new(400, "ar", SampleReport.Colours)).Labels;

        Assert.Equal(latin.Select(label => 400 - label.X), arabic.Select(label => label.X));
        Assert.All(latin, label => Assert.Equal(Anchor.End, label.Anchor));
        Assert.All(arabic, label => Assert.Equal(Anchor.Start, label.Anchor));
    }

    [Fact]
    public void A_radar_is_read_clockwise_in_every_language()
    {
        var radar = Figures[0];
        Assert.Equal(Polygons(Draw(radar, "en", 257)), Polygons(Draw(radar, "ar", 257)));
    }

    [Fact]
    public void Text_in_a_chart_is_never_read_as_markup()
    {
        var svg = XElement.Parse(Draw(new Bars("</title><script>", "]]>&\u0007", 1, 0, [("<tspan>'\"", 1)]), "en", 470));

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "tspan");
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == "<tspan>'\"");
    }

    [Theory]
    [InlineData(Palette.Navy, 4.5)]
    [InlineData(Palette.Ink, 4.5)]
    [InlineData(Palette.Muted, 4.5)]
    [InlineData(Palette.Teal, 4.5)]
    [InlineData(Palette.Reference, 3)]
    public void A_colour_that_carries_meaning_is_seen_on_white(string colour, double least) => Assert.True(Palette.Contrast(colour, "#ffffff") >= least);

    [Fact]
    public void Contrast_is_the_one_of_WCAG()
    {
        Assert.Equal(21, Palette.Contrast("#000000", "#ffffff"), 9);
        Assert.Equal(4.5, Palette.Contrast("#767676", "#ffffff"), 1);
    }

    private static string Draw(Figure figure, string language, int width) => Chart.Draw(figure, new(width, language, SampleReport.Colours));

    private static IEnumerable<string?> Polygons(string svg) => XElement.Parse(svg).Elements(Svg + "polygon").Select(polygon => polygon.Attribute("points")?.Value);
}
