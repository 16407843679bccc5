using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests.Credits;

/// <summary>A whole column of answers is scored at once; it earns to the last bit what its answers earn one by one.</summary>
public sealed class ColumnTests
{
    private const double Weight = 1.0 / 3;

    public static TheoryData<string> Rules => [.. s_rules.Keys];

    private static readonly Dictionary<string, (CreditRule Rule, int Codes)> s_rules = new()
    {
        ["few options"] = (new OptionCredit(1, 0.5, 0), 3),
        ["many options"] = (new OptionCredit([.. Enumerable.Range(0, 20).Select(option => option / 19.0)]), 20),
        ["more options than are looked up"] = (new OptionCredit([.. Enumerable.Range(0, 70).Select(option => option / 69.0)]), 70),
        ["few ticks"] = (new TickCredit(0.3, 0.3, 0.4), 8),
        ["many ticks"] = (new TickCredit(0.1, 0.1, 0.1, 0.1, 0.2, 0.2, 0.1, 0.1), 256),
        ["bands"] = (new BandCredit((1, 0.25), (25, 0.5), (50, 0.75), (75, 1)), 101),
        ["ages"] = (new AgeCredit((5, 1), (8, 0.5)), 12),
        ["goalposts"] = (new GoalpostCredit(10, 3), 15),
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_answer_of_a_column_earns_what_it_earns_alone(string name)
    {
        var (rule, codes) = s_rules[name];
        double[] answers = [.. Enumerable.Range(0, 1031).Select(row => row % 7 == 3 ? CodedAnswer.Unanswered : row % 11 == 5 ? CodedAnswer.Inactive : row % codes)];
        var scores = Scored(rule, answers);

        Assert.All(Enumerable.Range(0, answers.Length), row => Assert.Equal(
            double.IsNaN(answers[row]) ? double.NaN : answers[row] == CodedAnswer.Inactive ? 0 : Weight * rule.Of(answers[row]),
            scores[row]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(8)]
    public void A_code_that_is_not_known_is_refused_wherever_it_stands(int row)
    {
        double[] answers = [.. Enumerable.Repeat(1.0, 9)];
        foreach (var wrong in (double[])[3, 0.5, -2, double.PositiveInfinity])
        {
            answers[row] = wrong;
            Assert.Throws<ArgumentOutOfRangeException>(() => Scored(new OptionCredit(1, 0.5, 0), answers));
        }
    }

    private static double[] Scored(CreditRule rule, double[] answers)
    {
        var tree = Small.Flat(1);
        var levels = Small.Everywhere(tree, new Points(), UnknownPolicy.Renormalise);
        var scorer = new Scorer(tree, Small.Weights(("a", 1)), levels, Weight, new Dictionary<string, CreditRule> { ["a"] = rule });
        var table = new AnswerTable(tree, answers.Select((_, row) => $"country {row}"));
        for (var row = 0; row < answers.Length; row++)
        {
            table[row, "a"] = answers[row];
        }

        return scorer.Score(table).Column(tree["a"].Position).ToArray();
    }
}
