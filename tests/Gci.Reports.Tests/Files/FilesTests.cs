using System.Text.Json;
using Gci.Editions.Answers;
using Gci.Reports.Files;
using Gci.Testing;

namespace Gci.Reports.Tests.Files;

public sealed class FilesTests
{
    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void Tiers_have_no_points_at_any_level(Disclosure level) => Assert.Equal(
        """
        iso3,tier,tier_water,tier_sand,tier_air,region,basis,name
        ALA,PEARL,PEARL,PEARL,PEARL,NORTH,points,Åland
        CIV,SHELL,SHELL,SHELL,PEARL,SOUTH,points,Côte d'Ivoire
        EST,PEARL,PEARL,PEARL,PEARL,NORTH,points,Estonia
        FIN,SHELL,PEARL,SHELL,SHELL,NORTH,points,Finland
        FRA,SHELL,SHELL,PEARL,GRIT,NORTH,points,France
        KEN,,GRIT,GRIT,,NORTH,points,Kenya
        TUR,GRIT,GRIT,GRIT,GRIT,NORTH,points,Türkiye

        """,
        TiersCsv.Text(Shores.At(level)));

    [Fact]
    public void Groups_have_counts_by_tier_and_plain_means_of_five_countries_or_more() => Assert.Equal(
        """
        group,title,countries,PEARL,SHELL,GRIT,mean_water,mean_sand,mean_air
        NORTH,North,6,2,2,1,29.85,13.76,15
        SOUTH,South,1,0,1,0,,,

        """,
        GroupsCsv.Text(Shores.At(Disclosure.Tiers)));

    [Fact]
    public void A_mean_is_hidden_where_fewer_than_five_countries_of_the_group_are_known() =>
        Assert.Contains("NORTH,North,5,2,1,1,27.825,14.512,\n", GroupsCsv.Text(new(Shores.WithoutFinland, Disclosure.Pillars)), StringComparison.Ordinal);

    [Fact]
    public void Internally_groups_of_any_size_have_means() =>
        Assert.EndsWith("SOUTH,South,1,0,1,0,20,12.5,25\n", GroupsCsv.Text(Shores.At(Disclosure.Internal)), StringComparison.Ordinal);

    [Theory]
    [InlineData(Disclosure.Tiers)]
    [InlineData(Disclosure.Pillars)]
    [InlineData(Disclosure.Internal)]
    public void Results_have_one_shape_and_say_edition_definition_and_disclosure(Disclosure level)
    {
        var text = ResultsJson.Text(Shores.At(level, Shores.Before));
        using var json = JsonDocument.Parse(text);

        Assert.Equal("2030", json.RootElement.GetProperty("edition").GetString());
        Assert.Equal(Shores.Edition.Hash, json.RootElement.GetProperty("definition").GetString());
        Assert.Equal(level.ToString().ToLowerInvariant(), json.RootElement.GetProperty("disclosure").GetString());
        Golden.Matches(text.Replace(Shores.Edition.Hash, "HASH", StringComparison.Ordinal), $"results-{level.ToString().ToLowerInvariant()}.json");
    }

    [Fact]
    public void Scores_of_every_node_say_what_they_are_known_from()
    {
        var lines = ScoresCsv.Text(Shores.Results).Replace(Shores.Edition.Hash, "HASH", StringComparison.Ordinal).Split('\n');

        Assert.Equal("edition,definition,iso3,code,level,points,maximum,known_from", lines[0]);
        Assert.Equal("2030,HASH,ALA,SHORE,index,100,100,parts", lines[1]);
        Assert.Contains("2030,HASH,EST,WAT,area,45.125,50,points", lines);
        Assert.Contains("2030,HASH,EST,WAT-1,question,,30,", lines);
        Assert.Contains("2030,HASH,KEN,SHORE,index,,100,", lines);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("he said \"no\"", "\"he said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+1 234", "'+1 234")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@here", "'@here")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=\"a,b\"", "\"'=\"\"a,b\"\"\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("", "")]
    public void A_field_is_quoted_where_it_must_be_and_never_a_formula(string field, string written) =>
        Assert.Equal(written + "\n", new CsvText().Row(field).ToString());

    [Fact]
    public void A_number_reads_back_to_the_same_bits_and_an_unknown_one_is_empty()
    {
        const double third = 100.0 / 3;

        Assert.Equal(third, double.Parse(CsvText.Number(third), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("", CsvText.Number(double.NaN));
    }
}
