using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Credits;
using Gci.Testing;
using Gci.Tiering.Stability;

namespace Gci.Tiering.Tests.Stability;

public sealed class RemovalTestTests
{
    private static readonly IndexTree s_tree = IndexTree.Build([("I", null), ("P", "I"), ("Q", "I"), ("R", "I"), ("a", "P"), ("b", "P"), ("c", "Q"), ("d", "R"), ("e", "R")]);

    // P is worth 60 points (a and b 30 each), Q 30 (all of them c), R 10 (all of them e; d has no weight).
    private static readonly WeightSet s_weights = Weights(("P", 6), ("Q", 3), ("R", 1), ("a", 1), ("b", 1), ("c", 1), ("d", 0), ("e", 1));

    private static readonly FixedThresholds s_scheme = Tiers.Fixed(70, 40, 0);

    // X has 30 + 15 of P, 15 of Q and 10 of R: 70 points, T1. Y has 30 of a and 0 of everything else: 30, T3.
    private static readonly (string Country, double A, double B, double C, double E)[] s_countries = [("X", 30, 15, 15, 10), ("Y", 30, 0, 0, 0)];

    // Without P: X has 25 of 40, 62.5: T2; Y nothing. Without Q: X 55 of 70, 78.6, T1; Y 30 of 70, 42.9: T2. Without R: X 60 of 90, 66.7: T2; Y 30 of 90, T3.
    [Fact]
    public void Pillars_worked_by_hand()
    {
        var found = RemovalTest.Of(Scores(UnknownPolicy.Zero), s_weights, 100, s_scheme, 1);

        Assert.Equal(["P: X T1 T2", "Q: Y T3 T2", "R: X T1 T2"], found.Select(Said));
        Assert.All(found, removal => Assert.Equal(0.5, removal.Kept));
    }

    // Without a: P is b, and X has 30 of it, 55: T2, Y nothing. Without b: P is a, both have 60: X 85, Y 60, T2.
    // Without c nothing is left of Q, and without e nothing with a weight of R; without d all is as it was.
    [Fact]
    public void Indicators_worked_by_hand()
    {
        var found = RemovalTest.Of(Scores(UnknownPolicy.Zero), s_weights, 100, s_scheme, 2);

        Assert.Equal(["a: X T1 T2", "b: Y T3 T2", "c: Y T3 T2", "d:", "e: X T1 T2"], found.Select(Said));
        Assert.Equal(["a", "b", "Q", "d", "R"], found.Select(removal => removal.LeftOut));
        Assert.Equal((1.0, 1.0, 1.0), (found[3].Kept, found[3].AdjustedRandIndex, found[3].WeightedKappa));
    }

    // X stays in T1, Y comes from T3 into T2: both are alone before and after. Of squares 1 is observed, (0 + 1 + 4 + 1) / 2 = 3 are expected.
    [Fact]
    public void Agreement_worked_by_hand()
    {
        var found = RemovalTest.Of(Scores(UnknownPolicy.Zero), s_weights, 100, Tiers.Fixed(70, 43, 0), 2)[1];

        Assert.Equal("b: Y T3 T2", Said(found));
        Assert.Equal(1, found.AdjustedRandIndex);
        Assert.Equal(2 / 3.0, found.WeightedKappa!.Value, 1e-15);
    }

    [Fact]
    public void A_node_that_nobody_knows_blocks_no_score_once_it_is_left_out()
    {
        var found = RemovalTest.Of(Scores(UnknownPolicy.Block, "a"), s_weights, 100, s_scheme, 2);

        Assert.Equal("a: X - T2 Y - T3", Said(found[0]));
        Assert.Equal("b:", Said(found[1]));
        Assert.Equal((null, 1.0, null), (found[0].Kept, found[0].AdjustedRandIndex, found[0].WeightedKappa));
    }

    // b is unknown. Left out, P counts for what a earns, 85 and 60 points; without a nothing is known of P, and 62.5 and 0 are left.
    // As zero, X has 55 points, and without a, when all of P is b, 25.
    [Fact]
    public void Where_the_siblings_are_unknown_the_policy_of_the_level_decides()
    {
        Assert.Equal("a: X T1 T2 Y T2 T3", Said(RemovalTest.Of(Scores(UnknownPolicy.Renormalise, "b"), s_weights, 100, s_scheme, 2)[0]));
        Assert.Equal("a: X T1 T3", Said(RemovalTest.Of(Scores(UnknownPolicy.Zero, "b"), s_weights, 100, Tiers.Fixed(50, 40, 0), 2)[0]));
    }

    // Z is known by its pillars only, 30 of 60 and 30 of 30 and 10 of 10: 70. Without Q it has 40 of 70; without a it is what it was.
    [Fact]
    public void A_country_known_by_its_pillars_only_keeps_its_shares()
    {
        var scorer = Scorer(UnknownPolicy.Zero);
        var observed = new Observations(s_tree, ["Z"]) { [0, "P"] = 30, [0, "Q"] = 30, [0, "R"] = 10 };
        var scores = scorer.Score(observed);

        Assert.Equal("Q: Z T1 T2", Said(RemovalTest.Of(scores, s_weights, 100, s_scheme, 1)[1]));
        Assert.Equal("a:", Said(RemovalTest.Of(scores, s_weights, 100, s_scheme, 2)[0]));
    }

    [Fact]
    public void Without_its_only_pillar_an_index_is_not_tried()
    {
        var tree = IndexTree.Build([("I", null), ("P", "I"), ("a", "P")]);
        var scores = new Scorer(tree, WeightSet.Equal(tree), Rules(UnknownPolicy.Zero), 100).Score(new Observations(tree, ["X"]) { [0, "a"] = 50 });

        Assert.Empty(RemovalTest.Of(scores, WeightSet.Equal(tree), 100, s_scheme, 1));
        Assert.Empty(RemovalTest.Of(scores, WeightSet.Equal(tree), 100, s_scheme, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void There_is_no_such_level(int depth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RemovalTest.Of(Scores(UnknownPolicy.Zero), s_weights, 100, s_scheme, depth));

    // The score without a pillar is what the others earn as a share of what they can earn.
    [Fact]
    public void On_the_tree_of_2024_the_tiers_without_a_pillar_are_those_of_the_other_pillars()
    {
        var edition = new EditionsFolder(Repository.Root).Load("2024", new Problems())!;
        var (tree, scores) = (edition.Tree, edition.Scorer.Score(Answers(edition)));
        var found = RemovalTest.Of(scores, edition.Weights.Set, edition.Points, edition.Tiers.Scheme, 1);
        var nominal = edition.Tiers.Scheme.Assign(scores.Column(tree.Root.Position), edition.Points);

        Assert.Equal(edition.Pillars.Select(pillar => pillar.Code).Order(StringComparer.Ordinal), found.Select(removal => removal.Code));
        Assert.Contains(found, removal => !removal.Moves.IsEmpty);
        foreach (var removal in found)
        {
            var pillars = tree.Nodes.Where(node => node.Depth == 1 && node.Code != removal.Code).ToArray();
            var most = pillars.Sum(pillar => edition.Scorer.Maximum(pillar.Position));
            double[] others = [.. Enumerable.Range(0, scores.Countries.Count).Select(row => 100 * pillars.Sum(pillar => scores[row, pillar.Position]) / most)];
            var expected = edition.Tiers.Scheme.Assign(others, 100);
            Assert.Equal(
                Enumerable.Range(0, nominal.Length).Where(row => nominal[row] != expected[row]).Select(row => $"{scores.Countries[row]} {expected[row]!.Code}"),
                removal.Moves.Select(move => $"{move.Country} {move.To!.Code}"));
        }
    }

    [Fact]
    public void On_the_tree_of_2024_every_indicator_can_be_left_out()
    {
        var edition = new EditionsFolder(Repository.Root).Load("2024", new Problems())!;
        var scores = edition.Scorer.Score(Answers(edition));

        var found = RemovalTest.Of(scores, edition.Weights.Set, edition.Points, edition.Tiers.Scheme, 2);

        Assert.Equal(edition.Tree.Nodes.Where(node => node.Depth == 2).Select(node => node.Code), found.Select(removal => removal.Code));
        Assert.All(found, removal => Assert.Equal(1 - (removal.Moves.Length / (double)scores.Countries.Count), removal.Kept!.Value, 1e-12));
        Assert.All(found, removal => Assert.InRange(removal.WeightedKappa!.Value, 0.5, 1));
    }

    // Forty countries; each earns most questions or few, by chance.
    private static AnswerTable Answers(Edition edition)
    {
        var random = new Random(5);
        var answers = new AnswerTable(edition.Tree, Enumerable.Range(0, 40).Select(country => $"C{country:00}"));
        foreach (var leaf in edition.Tree.Leaves)
        {
            for (var country = 0; country < answers.Countries.Count; country++)
            {
                answers[country, leaf.Code] = random.Next(40) < country ? 1 : 0;
            }
        }

        return answers;
    }

    private static Scores Scores(UnknownPolicy unknown, string? nobodyKnows = null)
    {
        var observed = new Observations(s_tree, s_countries.Select(country => country.Country));
        foreach (var (row, country) in s_countries.Index())
        {
            (observed[row, "a"], observed[row, "b"], observed[row, "c"], observed[row, "d"], observed[row, "e"]) = (country.A, country.B, country.C, 0, country.E);
            if (nobodyKnows is not null)
            {
                observed[row, nobodyKnows] = double.NaN;
            }
        }

        return Scorer(unknown).Score(observed);
    }

    private static Scorer Scorer(UnknownPolicy unknown) => new(s_tree, s_weights, Rules(unknown), 100);

    private static ImmutableArray<LevelRule> Rules(UnknownPolicy unknown) => [.. Enumerable.Repeat(new LevelRule(new Points(), unknown), 3)];

    private static WeightSet Weights(params (string Code, double Weight)[] weights) =>
        new("by hand", weights.ToImmutableDictionary(pair => pair.Code, pair => pair.Weight, StringComparer.Ordinal));

    private static string Said(Removal removal) =>
        string.Join(' ', removal.Moves.Select(move => $"{move.Country} {move.From?.Code ?? "-"} {move.To?.Code ?? "-"}").Prepend($"{removal.Code}:"));
}
