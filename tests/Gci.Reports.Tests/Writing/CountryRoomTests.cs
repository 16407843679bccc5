using Gci.Reports.Blocks;
using Gci.Reports.Writing.Charts;
using Gci.Reports.Writing.Pdf;

namespace Gci.Reports.Tests.Writing;

public sealed class CountryRoomTests
{
    private static readonly CountryPage Usual = (CountryPage)SamplePages.Of(SampleCountry.Many(1)[0]);

    [Fact]
    public void A_usual_page_is_not_measured() => Assert.True(Fits(Usual));

    [Fact]
    public void A_page_that_is_nearly_full_is_measured()
    {
        Assert.False(Fits(Usual with { Foot = [.. Usual.Foot, new Paragraph(new string('x', 900))] }));
        Assert.False(Fits(Usual with { Name = new string('n', 80) }));
        Assert.False(Fits(Usual with { Right = [new Bullets([.. Enumerable.Repeat("one", 40)])] }));
        Assert.False(Fits(Usual with { Left = [new KeyFigures([("1", "2")])] }));
    }

    [Fact]
    public void A_page_with_a_mark_is_drawn_smaller_where_it_must_be_and_measured_where_that_is_not_known()
    {
        Assert.Equal(1, Scale(Usual));
        Assert.InRange(Scale(Usual with { Foot = [.. Usual.Foot, new Paragraph(string.Concat(Enumerable.Repeat("some words ", 60)))] })!.Value, 0.76, 0.97);
        Assert.Null(Scale(Usual with { Foot = [.. Usual.Foot, new Paragraph(string.Concat(Enumerable.Repeat("some words ", 600)))] }));
        Assert.Null(Scale(Usual with { Name = new string('n', 80) }));
        Assert.Null(Scale(Usual with { Left = [new KeyFigures([("1", "2")])] }));
    }

    private static double? Scale(CountryPage page) => MarkedRoom.Scale(page, 283.5, 166.5, 470, (figure, width) => Chart.Of(figure, new(width, "en", SampleReport.Colours)).Height);

    private static bool Fits(CountryPage page) => CountryRoom.SurelyFits(page, 257, 193.5, 470, (figure, width) => Chart.Of(figure, new(width, "en", SampleReport.Colours)).Height);
}
