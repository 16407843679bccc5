using Gci.Reports.Blocks;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>The drawing of a country's pillars must not give away what the text keeps back.</summary>
public sealed class RadarTests
{
    [Fact]
    public void At_tiers_the_radar_has_a_ring_a_tier_and_every_value_is_a_ring()
    {
        var radars = Radars(Disclosure.Tiers);
        string[] rings = ["T5", "T4", "T3", "T2", "T1"];

        Assert.Equal(194, radars.Length);
        Assert.All(radars, pair =>
        {
            Assert.Equal(rings, pair.Radar.Rings.Select(ring => ring.Label));
            Assert.Equal([1, 2, 3, 4, 5], pair.Radar.Rings.Select(ring => ring.Value));
            Assert.Equal(5, pair.Radar.Maximum);
            Assert.All(pair.Radar.Series.SelectMany(series => series.Values), value => Assert.Contains(value, (double[])[1, 2, 3, 4, 5]));
        });
    }

    [Fact]
    public void At_tiers_the_ring_is_that_of_the_pillars_tier_and_the_words_have_no_number()
    {
        Assert.All(Radars(Disclosure.Tiers), pair =>
        {
            var own = Assert.Single(pair.Radar.Series, series => !series.IsReference);
            var tiers = Published.Row(pair.Iso3).Pillars.Select(pillar => pillar.Tier!);
            Assert.Equal(tiers.Select(tier => 5.0 - tier.Place), own.Values);
            Assert.Empty(Record.NumbersIn(pair.Radar.Alternative));
        });
    }

    [Fact]
    public void At_pillars_the_radar_shows_the_points_that_the_page_prints()
    {
        Assert.All(Radars(Disclosure.Pillars), pair =>
        {
            var own = Assert.Single(pair.Radar.Series, series => !series.IsReference);
            Assert.Equal(Published.Row(pair.Iso3).Pillars.Select(pillar => Math.Round(pillar.Points, 9)), own.Values.Select(value => Math.Round(value, 9)));
            Assert.Equal(10, Record.NumbersIn(pair.Radar.Alternative).Length);
        });
    }

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    public void The_staircase_shows_the_tier_and_no_place_in_it(Disclosure level)
    {
        var stairs = Pages(level).SelectMany(page => page.Foot).OfType<Staircase>().ToArray();

        Assert.Equal(194, stairs.Length);
        Assert.All(stairs, staircase => Assert.Empty(Record.NumbersIn(staircase.Alternative)));
        Assert.All(stairs, staircase => Assert.Equal(5, staircase.LowestFirst.Length));
    }

    private static IEnumerable<CountryPage> Pages(Disclosure level) => ResultsReport.Of(Published.Of(level)).Blocks.OfType<CountryPage>();

    private static (string Iso3, Radar Radar)[] Radars(Disclosure level) =>
        [.. Pages(level).Select(page => (Published.Codes[page.Name], Assert.Single(page.Left.OfType<Radar>())))];
}
