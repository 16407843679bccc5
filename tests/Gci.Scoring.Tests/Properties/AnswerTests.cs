using CsCheck;
using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests.Properties;

public sealed class AnswerTests
{
    [Fact]
    public void A_better_answer_never_lowers_any_score_above_it() =>
        Gen.Select(RandomIndex.Linear, Gen.Int[0, int.MaxValue]).Sample((index, seed) => RaisesOrKeeps(index, seed, 0), iter: 300);

    // Powers and logarithms are monotone to the last bit only where the library's are.
    [Fact]
    public void Under_every_mean_a_better_answer_never_lowers_any_score_above_it() =>
        Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue]).Sample((index, seed) => RaisesOrKeeps(index, seed, 1e-14), iter: 300);

    [Fact]
    public void Full_marks_are_exactly_full_under_points_and_every_mean() => RandomIndex.Any.Sample(
        index =>
        {
            var scores = index.Scorer.Score(Constant(index, 3));
            return index.Tree.Nodes.All(node => scores[0, node.Position] == index.Scorer.Maximum(node.Position));
        },
        iter: 500);

    [Fact]
    public void No_credit_anywhere_is_exactly_zero() => RandomIndex.Any.Sample(
        index =>
        {
            var scores = index.Scorer.Score(Constant(index, 0));
            return index.Tree.Nodes.All(node => scores[0, node.Position] == 0);
        },
        iter: 300);

    [Fact]
    public void No_score_leaves_its_scale() => Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue], Gen.Int[0, 5]).Sample(
        (index, seed, gaps) =>
        {
            var scores = index.Scorer.Score(index.Answers(5, seed, gaps));
            return index.Tree.Nodes.All(node => scores.Column(node.Position).ToArray()
                .All(score => double.IsNaN(score) || (score >= 0 && score <= index.Scorer.Maximum(node.Position) * (1 + 1e-14))));
        },
        iter: 300);

    private static bool RaisesOrKeeps(RandomIndex index, int seed, double slack)
    {
        var answers = index.Answers(1, seed);
        var question = index.Tree.Leaves[seed % index.Tree.Leaves.Length].Code;
        answers[0, question] = index.Code(question, seed % 3);
        var before = index.Scorer.Score(answers);

        answers[0, question] = index.Code(question, (seed % 3) + 1);
        var after = index.Scorer.Score(answers);

        return index.Tree.Nodes.All(node => after[0, node.Position] >= before[0, node.Position] * (1 - slack));
    }

    private static AnswerTable Constant(RandomIndex index, int place)
    {
        var answers = new AnswerTable(index.Tree, ["X"]);
        foreach (var leaf in index.Tree.Leaves)
        {
            answers[0, leaf.Code] = index.Code(leaf.Code, place);
        }

        return answers;
    }
}
