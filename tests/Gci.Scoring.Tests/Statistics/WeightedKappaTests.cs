using System.Collections.Immutable;
using CsCheck;
using Gci.Scoring.Statistics;

namespace Gci.Scoring.Tests.Statistics;

public sealed class WeightedKappaTests
{
    private static readonly Gen<int[]> s_tables = Gen.Int[0, 9].Array[25].Where(counts => counts.Sum() > 0);

    // 20 things: 5, 6 and 4 alike, 2 + 2 one class apart, 1 two apart. Rows 8, 8, 4; columns 7, 8, 5.
    // Steps: observed 4 + 2 = 6; expected (8 × 13 + 7 × 12 + 16 × 5 + 15 × 4) / 20 = 328 / 20. 1 - 6 × 20 / 328.
    // Squares: observed 4 + 4 = 8; expected (20 (8 + 8 + 4 × 9) - 2 × 16 × 18) / 20 = 464 / 20. 1 - 8 × 20 / 464.
    [Fact]
    public void An_example_worked_by_hand()
    {
        ImmutableArray<ImmutableArray<long>> counts = [[5, 2, 1], [2, 6, 0], [0, 0, 4]];

        Assert.Equal(1 - (120 / 328.0), WeightedKappa.Linear(counts)!.Value, 1e-15);
        Assert.Equal(1 - (160 / 464.0), WeightedKappa.Quadratic(counts)!.Value, 1e-15);
    }

    // 2 classes have one distance only: the example of Cohen's kappa, 0.4.
    [Fact]
    public void Of_two_classes_it_is_Cohens_kappa()
    {
        Assert.Equal(0.4, WeightedKappa.Linear([20, 5, 10, 15], 2)!.Value, 1e-15);
        Gen.Int[0, 20].Array[4].Where(counts => counts.Sum() > 0).Sample(counts =>
        {
            (int, int)[] pairs = [.. counts.Index().SelectMany(cell => Enumerable.Repeat((cell.Index / 2, cell.Index % 2), cell.Item))];
            return AreEqual(CohensKappa.Of(pairs).Kappa, WeightedKappa.Linear(counts, 2)) && AreEqual(CohensKappa.Of(pairs).Kappa, WeightedKappa.Quadratic(counts, 2));
        });
    }

    [Fact]
    public void To_miss_by_two_classes_is_worse_than_to_miss_by_one_twice_and_more_so_squared()
    {
        int[] near = [4, 0, 0, 1, 3, 0, 0, 0, 4], far = [4, 0, 0, 0, 3, 0, 1, 0, 4];

        Assert.True(WeightedKappa.Linear(near, 3) > WeightedKappa.Linear(far, 3));
        Assert.True(WeightedKappa.Quadratic(near, 3) > WeightedKappa.Linear(near, 3));
    }

    [Fact]
    public void Two_at_opposite_ends_throughout_are_worse_than_chance() => Assert.Equal(-1, WeightedKappa.Quadratic([0, 0, 3, 0, 0, 0, 3, 0, 0], 3));

    [Fact]
    public void With_one_class_throughout_or_nothing_it_is_not_defined()
    {
        Assert.Equal((null, null), (WeightedKappa.Linear([0, 0, 0, 9], 2), WeightedKappa.Quadratic([0, 0, 0, 9], 2)));
        Assert.Equal((null, null), (WeightedKappa.Linear([0, 0, 0, 0], 2), WeightedKappa.Quadratic([0, 0, 0, 0], 2)));
    }

    [Fact]
    public void All_in_one_class_against_a_real_division_is_chance() => Assert.Equal((0.0, 0.0), (WeightedKappa.Linear([2, 3, 0, 0], 2), WeightedKappa.Quadratic([2, 3, 0, 0], 2)));

    [Theory]
    [InlineData(new[] { 1, -1, 2, 2 }, 2)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6 }, 2)]
    [InlineData(new[] { 1 }, 0)]
    public void What_is_no_square_of_counts_is_refused(int[] counts, int classes) =>
        Assert.ThrowsAny<ArgumentException>(() => WeightedKappa.Linear(counts, classes));

    [Fact]
    public void It_does_not_matter_which_is_first_or_which_end_is_best() => s_tables.Sample(counts =>
    {
        int[] turned = [.. counts.Index().Select(cell => counts[((cell.Index % 5) * 5) + (cell.Index / 5)])];
        return new[] { turned, [.. counts.Reverse()] }.All(other =>
            AreEqual(WeightedKappa.Linear(counts, 5), WeightedKappa.Linear(other, 5)) && AreEqual(WeightedKappa.Quadratic(counts, 5), WeightedKappa.Quadratic(other, 5)));
    });

    [Fact]
    public void It_is_the_quotient_of_the_definition() => s_tables.Sample(counts =>
        AreEqual(ByDefinition(counts, apart => apart), WeightedKappa.Linear(counts, 5)) && AreEqual(ByDefinition(counts, apart => apart * apart), WeightedKappa.Quadratic(counts, 5)));

    [Fact]
    public void It_is_1_on_the_diagonal_only() => s_tables.Sample(counts =>
    {
        var isDiagonal = counts.Index().All(cell => cell.Item == 0 || cell.Index % 6 == 0);
        return WeightedKappa.Linear(counts, 5) is not { } kappa || kappa <= 1 && (kappa == 1 == isDiagonal);
    });

    [Fact]
    public void Both_forms_of_the_table_give_the_same() => s_tables.Sample(counts =>
        WeightedKappa.Quadratic(counts, 5) == WeightedKappa.Quadratic([.. counts.Chunk(5).Select(row => row.Select(count => (long)count).ToImmutableArray())]));

    private static double? ByDefinition(int[] counts, Func<int, double> weight)
    {
        var cells = counts.Index().Select(cell => (Row: cell.Index / 5, Column: cell.Index % 5, Count: cell.Item)).ToArray();
        var expected = cells.Sum(cell => weight(Math.Abs(cell.Row - cell.Column))
            * cells.Where(other => other.Row == cell.Row).Sum(other => other.Count) * cells.Where(other => other.Column == cell.Column).Sum(other => other.Count));
        return expected == 0 ? null : 1 - (cells.Sum(cell => weight(Math.Abs(cell.Row - cell.Column)) * cell.Count) * counts.Sum() / expected);
    }

    private static bool AreEqual(double? one, double? other) => one is null ? other is null : Math.Abs(one.Value - other!.Value) < 1e-12;
}
