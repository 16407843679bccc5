using System.Globalization;
using Gci.Reports.Files;
using Gci.Tiering.Sensitivity;

namespace Gci.Reports.Tests.Files;

/// <summary>The files of a study for the analyst.</summary>
public sealed class StabilityFilesTests
{
    [Fact]
    public void Stability_has_a_row_a_country_with_the_share_of_draws_in_each_tier()
    {
        var study = Studies.Of(Shores.Results, spread: 6);
        var lines = StabilityCsv.Text(study with { Countries = [.. study.Countries.Reverse()] }).Split('\n');

        Assert.Equal("iso3,p_pearl,p_shell,p_grit,nominal,modal,label", lines[0]);
        Assert.Equal(["ALA", "CIV", "EST", "FIN", "FRA", "TUR", ""], lines[1..].Select(line => line.Split(',')[0]));
        Assert.Equal("FRA,0.01301,0.80522,0.18177,SHELL,SHELL,likely", lines[5]);
        Assert.All(study.Countries.Zip(lines[1..]), pair => Assert.Equal(
            pair.First.Probabilities, pair.Second.Split(',')[1..4].Select(share => double.Parse(share, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Sensitivity_has_a_row_an_index_and_nothing_where_it_is_not_known()
    {
        SourceEffect effect = new("weights-1", new(1.0 / 3, 0.5), new(-0.01, 0.4), new(double.NaN, double.NaN));
        var study = Studies.Of(Shores.Results) with
        {
            Sensitivity = [new("FRA", 0.25, [effect], []), new(null, 0.125, [effect, effect with { Source = "answers" }], [new("weights-1", "answers", 0.05, 0.01, 0.09)])],
        };

        Assert.Equal(
            """
            outcome,changing,source,with,index,value,low,high
            edition,0.125,weights-1,,first,0.3333333333333333,-0.01,
            edition,0.125,weights-1,,total,0.5,0.4,
            edition,0.125,answers,,first,0.3333333333333333,-0.01,
            edition,0.125,answers,,total,0.5,0.4,
            edition,0.125,weights-1,answers,second,0.05,0.01,0.09
            FRA,0.25,weights-1,,first,0.3333333333333333,-0.01,
            FRA,0.25,weights-1,,total,0.5,0.4,

            """,
            SensitivityCsv.Text(study));
    }
}
