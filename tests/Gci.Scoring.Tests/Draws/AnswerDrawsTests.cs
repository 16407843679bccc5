using System.Collections.Immutable;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;

namespace Gci.Scoring.Tests.Draws;

public sealed class AnswerDrawsTests
{
    private const int Count = 1 << 12;

    private static readonly Scores s_scores = Scored();

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.95)]
    [InlineData(1)]
    public void An_answer_holds_as_often_as_was_said(double holds)
    {
        var credits = Drawn(new AnswerDoubt("X", "a", holds, 0.1, 0.6))["X/a"];

        Assert.All(credits, credit => Assert.True(credit is 0.1 or 0.6));
        Assert.InRange(credits.Count(credit => credit == 0.6) - (holds * Count), -5 * Math.Sqrt(holds * (1 - holds) * Count), 5 * Math.Sqrt(holds * (1 - holds) * Count));
    }

    [Fact]
    public void A_credit_that_lies_anywhere_is_even_between_least_and_most()
    {
        var credits = Drawn(new AnswerDoubt("X", "a", null, 0.2, 0.8))["X/a"];

        Assert.All(credits, credit => Assert.InRange(credit, 0.2, 0.8));
        Moments.Are(0.5, 0.36 / 12, credits);
    }

    [Fact]
    public void The_most_is_what_the_answer_is_scored_with_where_nothing_else_is_said() =>
        Assert.Equal([0, 0.5], Drawn(new AnswerDoubt("X", "a", 0.5, 0))["X/a"].Distinct().Order());

    [Fact]
    public void Doubts_about_other_answers_change_nothing()
    {
        var (one, other) = (new AnswerDoubt("X", "a", null, 0, 1), new AnswerDoubt("Y", "a", 0.5, 0, 1));
        var both = Drawn(new("X", "c", 0.2, 0), other, one, new("Y", "d", null, 0, 1));

        Assert.Equal(Drawn(one)["X/a"], both["X/a"]);
        Assert.Equal(Drawn(other)["Y/a"], both["Y/a"]);
    }

    [Fact]
    public void Doubts_are_independent_of_one_another()
    {
        var credits = Drawn(new AnswerDoubt("X", "a", null, 0, 1), new AnswerDoubt("Y", "a", null, 0, 1), new AnswerDoubt("X", "c", null, 0, 1));

        Assert.InRange(Moments.Correlation(credits["X/a"], credits["Y/a"]) * Math.Sqrt(Count), -5, 5);
        Assert.InRange(Moments.Correlation(credits["X/a"], credits["X/c"]) * Math.Sqrt(Count), -5, 5);
    }

    [Theory]
    [InlineData("Z", "a", 0.5, 0.0, 1.0)]
    [InlineData("X", "e", 0.5, 0.0, 1.0)]
    [InlineData("X", "P", 0.5, 0.0, 1.0)]
    [InlineData("X", "d", 0.5, 0.0, 1.0)]
    [InlineData("X", "b", 0.5, 0.0, 1.0)]
    [InlineData("X", "a", 1.1, 0.0, 1.0)]
    [InlineData("X", "a", -0.1, 0.0, 1.0)]
    [InlineData("X", "a", double.NaN, 0.0, 1.0)]
    [InlineData("X", "a", 0.5, -0.1, 1.0)]
    [InlineData("X", "a", 0.5, 0.0, 1.1)]
    [InlineData("X", "a", null, 0.7, 0.6)]
    [InlineData("X", "a", null, 0.7, null)]
    [InlineData("X", "a", null, double.NaN, 1.0)]
    [InlineData("X", "a", null, 0.0, double.NaN)]
    public void A_doubt_that_cannot_be_is_refused(string country, string question, double? holds, double least, double? most) =>
        Assert.Contains($"{question} of {country}", Assert.Throws<ArgumentException>(() => Draws(new AnswerDoubt(country, question, holds, least, most))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_country_outside_the_study_is_refused() =>
        Assert.Throws<ArgumentException>(() => new AnswerDraws(s_scores, [1], [new AnswerDoubt("X", "a", 0.5, 0)]));

    [Fact]
    public void An_answer_is_doubted_once() => Assert.Equal(
        "The answer of X to a is doubted twice. (Parameter 'doubts')",
        Assert.Throws<ArgumentException>(() => Draws(new("X", "a", 0.5, 0), new("X", "c", 0.5, 0), new("X", "a", null, 0, 1))).Message);

    // X and Y earn half of each question but "b", which counts nothing, and "d", which X did not answer.
    private static Scores Scored()
    {
        var scorer = new Scorer(Small.TwoPillars, Small.Weights(("P", 1), ("Q", 1), ("a", 1), ("b", 0), ("c", 1), ("d", 2)), Small.Everywhere(Small.TwoPillars, new ArithmeticMean(), UnknownPolicy.Renormalise), 100);
        var observed = new Observations(Small.TwoPillars, ["X", "Y"]);
        foreach (var leaf in Small.TwoPillars.Leaves)
        {
            observed[0, leaf.Code] = leaf.Code == "d" ? double.NaN : scorer.Maximum(leaf.Position) / 2;
            observed[1, leaf.Code] = scorer.Maximum(leaf.Position) / 2;
        }

        return scorer.Score(observed);
    }

    private static AnswerDraws Draws(params ImmutableArray<AnswerDoubt> doubts) => new(s_scores, [0, 1], doubts);

    // The credits of each doubted answer, by country and question.
    private static Dictionary<string, double[]> Drawn(params ImmutableArray<AnswerDoubt> doubts)
    {
        var (draws, block, drawn) = (Draws(doubts), new DrawBlock(7), doubts.ToDictionary(doubt => $"{doubt.Country}/{doubt.Question}", _ => new double[Count]));
        for (var draw = 0; draw < Count; draw++)
        {
            block.Take([draw]);
            foreach (var credit in draws.Of(block))
            {
                drawn[$"{credit.Country}/{credit.Question}"][draw] = credit.Credit;
            }
        }

        return drawn;
    }
}
