using System.Collections.Immutable;
using Gci.Editions;
using Gci.Reports.Stability;
using Gci.Reports.Tests.Disclosures;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Reports.Tests.Stability;

/// <summary>Shares and sources in words.</summary>
public sealed class WordsTests
{
    private static readonly Edition s_edition = Published.Edition;

    [Theory]
    [InlineData(0, "0 %", "0 %")]
    [InlineData(0.0001, "less than 1 %", "<1 %")]
    [InlineData(0.01, "1 %", "1 %")]
    [InlineData(0.125, "13 %", "13 %")]
    [InlineData(0.9499, "95 %", "95 %")]
    [InlineData(0.99, "99 %", "99 %")]
    [InlineData(0.9999, "more than 99 %", ">99 %")]
    [InlineData(1, "100 %", "100 %")]
    public void A_share_is_0_or_100_percent_only_where_it_is_exactly(double share, string words, string brief)
    {
        Assert.Equal(words, ShareText.InWords(share).Replace('\u00a0', ' '));
        Assert.Equal(brief, ShareText.Short(share).Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData(0.94999, "less than 95 %")]
    [InlineData(0.95, "95 %")]
    [InlineData(0.7951, "less than 80 %")]
    [InlineData(0.8, "80 %")]
    [InlineData(0.794, "79 %")]
    public void The_share_of_a_tier_that_is_kept_never_reads_like_a_bound_that_was_not_reached(double share, string words) =>
        Assert.Equal(words, ShareText.KeptInWords(share).Replace('\u00a0', ' '));

    [Theory]
    [InlineData("noise:0.25", "each is drawn within 25 % of its value, anywhere with the same chance.")]
    [InlineData("dirichlet:50", "drawn together in each group around their values (a Dirichlet distribution, concentration 50): a weight that is a quarter of its group varies by 6.1 percentage points (standard deviation).")]
    [InlineData("bounded:0.5", "any weights of which none is less than 50 % of its value, each mix with the same chance.")]
    [InlineData("bounded:0", "any weights at all, each mix with the same chance.")]
    [InlineData("ordinal", "any weights in the same order, so that the heaviest of a group stays the heaviest, each mix with the same chance.")]
    public void Weights_are_named_by_their_level_and_say_how_they_were_drawn(string setting, string sentence)
    {
        var words = new SourceWords(s_edition, new() { Weights = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(2, WeightSampler.Of(setting)!)]) });

        Assert.Equal(("weights-2", "Weights of indicators", sentence), Plain(Assert.Single(words.All)));
        Assert.Equal("weights", words.Varied);
    }

    [Fact]
    public void Ways_of_adding_up_and_of_treating_the_unknown_say_where_they_apply()
    {
        var words = new SourceWords(s_edition, new()
        {
            Aggregations = [new(0, new GeometricMean()), new(1, new PowerMean(0.5)), new(2, new Points())],
            Missing = [new(1, UnknownPolicy.Zero), new(2, UnknownPolicy.Renormalise), new(3, UnknownPolicy.Block)],
        });

        Assert.Equal(
            [
                ("aggregation", "How parts are put together",
                    "the edition's own way, or instead the geometric mean where the index is made from pillars, or the mean of power 0.5 where pillars are made from indicators, "
                    + "or the sum of the points where indicators are made from sub-indicators; each in the same share of draws."),
                ("missing", "What is not known",
                    "as the edition has it, or instead pillars that are not known earn nothing, or indicators that are not known are left out, and the others of their group count for more, "
                    + "or sub-indicators that are not known leave their group without a value; each in the same share of draws."),
            ],
            words.All);
        Assert.Equal("methods", words.Varied);
    }

    [Fact]
    public void Bounds_and_answers_say_how_far_they_were_varied()
    {
        var words = new SourceWords(s_edition, new() { Thresholds = 1, Answers = [new("AFG", "LEG-1.1", null, 0, 1)] });

        Assert.Equal(
            [
                ("thresholds", "Bounds between tiers", "each lies up to 1 point above or below its own place, anywhere with the same chance."),
                ("answers", "Doubtful answers", "1 answer of 1 country is not certain, for example because the evidence is verified in part only: in a draw such an answer earns anything between a least and a most credit."),
            ],
            words.All);
        Assert.Equal("bounds between tiers and answers", words.Varied);
    }

    private static (string, string, string) Plain((string Code, string Name, string Sentence) source) => (source.Code, source.Name, source.Sentence.Replace('\u00a0', ' '));
}
