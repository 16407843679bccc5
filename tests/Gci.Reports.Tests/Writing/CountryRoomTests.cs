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

    private static bool Fits(CountryPage page) => CountryRoom.SurelyFits(page, 257, 193.5, 470, (figure, width) => Chart.Of(figure, new(width, "en", SampleReport.Colours)).Height);
}
