using Gci.Editions.Results;

namespace Gci.Editions.Tests.Results;

public sealed class PointsResultsTests
{
    [Theory]
    [InlineData("2020")]
    [InlineData("2024")]
    public void A_pillar_without_points_is_unknown_and_so_is_the_whole(string id)
    {
        var edition = id == "2024" ? Shipped.Edition2024 : Shipped.Edition2020;
        var points = edition.Pillars.Skip(1).ToDictionary(pillar => pillar.Code, _ => 20.0);

        var results = EditionResults.Of(edition, new Dictionary<string, System.Collections.Immutable.ImmutableDictionary<string, double>>
        {
            ["FIN"] = System.Collections.Immutable.ImmutableDictionary.CreateRange(points),
        });

        var country = Assert.Single(results.Countries);
        Assert.Null(country.Tier);
        Assert.Equal([null, "T1", "T1", "T1", "T1"], country.Pillars.Select(pillar => pillar.Tier?.Code));
        Assert.True(double.IsNaN(results.Scores[0, edition.Tree.Root.Position]));
    }
}
