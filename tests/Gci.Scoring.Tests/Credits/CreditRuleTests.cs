using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests.Credits;

public sealed class CreditRuleTests
{
    private static readonly OptionCredit s_option = new(0, 0.5, 1);
    private static readonly TickCredit s_ticks = new(1 / 3.0, 1 / 3.0, 1 / 3.0, 0.25);
    private static readonly BandCredit s_bands = new((1, 0.25), (5, 0.5), (10, 1));
    private static readonly AgeCredit s_ages = new((2, 1), (5, 0.5));

    public static TheoryData<CreditRule, double> NoSuchCodes => new()
    {
        { s_option, 3 }, { s_option, 0.5 }, { s_option, -2 }, { s_option, 1e300 }, { s_option, double.NegativeInfinity },
        { s_ticks, 16 }, { s_ticks, 0.5 }, { s_ticks, -2 }, { s_ticks, double.PositiveInfinity }, { new TickCredit(), 1 },
    };

    public static TheoryData<CreditRule> Rules => [s_option, s_ticks, s_bands, s_ages];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    public void An_option_earns_its_credit(double code, double credit) => Assert.Equal(credit, s_option.Of(code));

    [Theory]
    [InlineData(0b0000, 0)]
    [InlineData(0b0001, 1 / 3.0)]
    [InlineData(0b1000, 0.25)]
    [InlineData(0b1010, (1 / 3.0) + 0.25)]
    [InlineData(0b0111, 1)]
    [InlineData(0b1111, 1)]
    public void Ticks_are_added_up_to_a_whole_at_most(double code, double credit) => Assert.Equal(credit, s_ticks.Of(code));

    [Fact]
    public void Ticks_a_little_short_of_a_whole_stay_short_of_it()
    {
        Assert.Equal(0.5 + 0.49999999, new TickCredit(0.5, 0.49999999).Of(3));
        Assert.Equal(1, new TickCredit(0.5, 0.4999999999).Of(3));
    }

    [Fact]
    public void Fifty_two_options_can_be_ticked_together_and_no_more()
    {
        double[] credits = [.. Enumerable.Repeat(1 / 52.0, 52)];

        Assert.Equal(1, new TickCredit(credits).Of((1L << 52) - 1));
        Assert.Equal(1 / 52.0, new TickCredit(credits).Of(1L << 51));
        Assert.Throws<ArgumentException>(() => new TickCredit([.. credits, 0]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.999, 0)]
    [InlineData(1, 0.25)]
    [InlineData(4, 0.25)]
    [InlineData(5, 0.5)]
    [InlineData(9.999, 0.5)]
    [InlineData(10, 1)]
    [InlineData(1e9, 1)]
    public void A_number_earns_the_credit_of_the_highest_band_reached(double number, double credit) => Assert.Equal(credit, s_bands.Of(number));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0.5)]
    [InlineData(5, 0.5)]
    [InlineData(6, 0)]
    public void A_date_earns_the_credit_of_the_first_band_it_fits_into(double years, double credit) => Assert.Equal(credit, s_ages.Of(years));

    [Theory]
    [MemberData(nameof(NoSuchCodes))]
    public void A_code_that_the_question_does_not_know_is_refused(CreditRule rule, double code)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => rule.Of(code));
        Assert.Throws<ArgumentOutOfRangeException>(() => Points(rule, code));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_kind_of_question_can_be_inactive_unanswered_or_answered(CreditRule rule)
    {
        Assert.Equal(0, Points(rule, CodedAnswer.Inactive));
        Assert.Equal(double.NaN, Points(rule, CodedAnswer.Unanswered));
        Assert.Equal(10 * rule.Of(2), Points(rule, 2));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_credit_lies_between_0_and_1(double credit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OptionCredit(credit));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TickCredit(credit));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BandCredit((0, credit)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AgeCredit((0, credit)));
    }

    [Theory]
    [InlineData(5, 0.5, 5, 1)]
    [InlineData(5, 0.5, 4, 1)]
    [InlineData(5, 0.5, 6, 0.4)]
    [InlineData(5, 0.5, double.NaN, 1)]
    public void Bands_that_do_not_ascend_are_refused(double first, double firstCredit, double second, double secondCredit)
    {
        Assert.Throws<ArgumentException>(() => new BandCredit((first, firstCredit), (second, secondCredit)));
        Assert.Throws<ArgumentException>(() => new AgeCredit((first, 1 - firstCredit), (second, 1 - secondCredit)));
    }

    private static double Points(CreditRule rule, double code)
    {
        var tree = IndexTree.Build([("I", null)]);
        var credits = new Dictionary<string, CreditRule> { ["I"] = rule };
        var levels = Small.Everywhere(tree, new Points(), UnknownPolicy.Renormalise);
        return new Scorer(tree, WeightSet.Equal(tree), levels, 10, credits).Score(Small.Answer(tree, ("I", code))).At("I");
    }
}
