using CsCheck;
using Gci.Scoring.Credits;

namespace Gci.Scoring.Tests.Properties;

public sealed class OrderTests
{
    [Fact]
    public void The_order_in_which_nodes_and_children_are_given_is_irrelevant_to_the_last_bit() =>
        Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue]).Sample((index, seed) =>
        {
            var shuffled = index.Pairs.ToArray();
            new Random(seed).Shuffle(shuffled);
            var tree = IndexTree.Build(shuffled);
            var given = index.Answers(7, seed, 1);
            var same = Copy(given, tree, [.. Enumerable.Range(0, 7)]);

            return Bits.Same(index.Scorer.Score(given), index.Score(tree, index.Weights).Score(same));
        });

    [Fact]
    public void The_order_of_countries_is_irrelevant_to_the_last_bit() =>
        Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue], Gen.Int[1, 40]).Sample((index, seed, countries) =>
        {
            int[] rows = [.. Enumerable.Range(0, countries)];
            new Random(seed).Shuffle(rows);
            var given = index.Answers(countries, seed, 1);
            var (scores, shuffled) = (index.Scorer.Score(given), index.Scorer.Score(Copy(given, index.Tree, rows)));

            return index.Tree.Nodes.All(
                node => rows.Index().All(row => Bits.Same(shuffled[row.Index, node.Position], scores[row.Item, node.Position])));
        });

    [Fact]
    public void A_country_scored_in_a_block_has_the_bits_of_a_country_scored_alone() =>
        Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue], Gen.Int[255, 600]).Sample(
            (index, seed, countries) =>
            {
                var given = index.Answers(countries, seed, 1);
                var scores = index.Scorer.Score(given);
                return Enumerable.Range(0, countries).All(row =>
                {
                    var alone = index.Scorer.Score(Copy(given, index.Tree, [row]));
                    return index.Tree.Nodes.All(node => Bits.Same(alone[0, node.Position], scores[row, node.Position]));
                });
            },
            iter: 20);

    [Fact]
    public void One_scorer_on_four_threads_gives_the_bits_of_one_thread() =>
        Gen.Select(RandomIndex.Any, Gen.Int[0, int.MaxValue]).Sample(
            (index, seed) =>
            {
                var given = index.Answers(300, seed, 1);
                var scores = index.Scorer.Score(given);
                var again = new Scores[16];
                Parallel.For(0, again.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, run => again[run] = index.Scorer.Score(given));
                return again.All(other => Bits.Same(scores, other));
            },
            iter: 20);

    // The rows of a table, chosen and ordered anew, for the same questions of a tree.
    private static AnswerTable Copy(AnswerTable given, IndexTree tree, int[] rows)
    {
        var copy = new AnswerTable(tree, rows.Select(row => given.Countries[row]));
        foreach (var leaf in tree.Leaves)
        {
            foreach (var (row, from) in rows.Index())
            {
                copy[row, leaf.Code] = given[from, leaf.Code];
            }
        }

        return copy;
    }
}
