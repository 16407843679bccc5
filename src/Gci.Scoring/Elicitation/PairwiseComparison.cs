using System.Collections.Immutable;

namespace Gci.Scoring.Elicitation;

/// <summary>
/// Weights from comparisons of two items at a time: the analytic hierarchy process. The priorities are the principal eigenvector of the matrix of judgements.
/// Source: Saaty, The Analytic Hierarchy Process (1980); the study of composite indices, 3.5.
/// </summary>
public sealed class PairwiseComparison
{
    /// <summary>The most that one item can matter more than another.</summary>
    public const double MostJudgement = 9;

    /// <summary>Up to this ratio the judgements are consistent enough. Source: Saaty.</summary>
    public const double AcceptedRatio = 0.1;

    // Mean consistency index of random matrices, from three items on.
    private static readonly double[] s_random = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    private readonly double[,] _judgements;

    private PairwiseComparison(ImmutableArray<string> items, double[,] judgements)
    {
        (Items, _judgements) = (items, judgements);
        (Priorities, PrincipalEigenvalue) = Eigen(judgements);
    }

    public ImmutableArray<string> Items { get; }

    /// <summary>One an item, adding up to 1.</summary>
    public ImmutableArray<double> Priorities { get; }

    /// <summary>At least the number of items; just that where the judgements are consistent.</summary>
    public double PrincipalEigenvalue { get; }

    /// <summary>(lambda - n) / (n - 1); 0 for fewer than three items.</summary>
    public double ConsistencyIndex => IndexOf(PrincipalEigenvalue, Items.Length);

    /// <summary>The index as a share of that of random judgements; 0 for fewer than three items.</summary>
    public double ConsistencyRatio => RatioOf(PrincipalEigenvalue, Items.Length);

    public bool IsConsistent => ConsistencyRatio <= AcceptedRatio;

    /// <summary>How much more the first item matters than the second.</summary>
    public double this[int first, int second] => _judgements[first, second];

    /// <param name="items">Codes, at least two and at most fifteen.</param>
    /// <param name="judgements">How much more the first matters than the second, 1/9 to 9, each pair once in either order.</param>
    /// <exception cref="ArgumentException">A judgement is missing, twice, of an unknown item, or out of range; the message says which.</exception>
    public static PairwiseComparison Of(ImmutableArray<string> items, IEnumerable<Judgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        if (items.IsDefault || items.Length < 2 || items.Length > s_random.Length + 2 || items.Distinct(StringComparer.Ordinal).Count() != items.Length)
        {
            throw new ArgumentException($"Between 2 and {s_random.Length + 2} different items are compared.", nameof(items));
        }

        var matrix = new double[items.Length, items.Length];
        foreach (var judgement in judgements)
        {
            Put(matrix, items.IndexOf(judgement.First), items.IndexOf(judgement.Second), judgement);
        }

        for (var first = 0; first < items.Length; first++)
        {
            matrix[first, first] = 1;
            for (var second = first + 1; second < items.Length; second++)
            {
                if (matrix[first, second] == 0)
                {
                    throw new ArgumentException($"{items[first]} and {items[second]} are not compared.", nameof(judgements));
                }
            }
        }

        return new(items, matrix);
    }

    /// <summary>The comparison of a group of experts: the geometric mean of each judgement (AIJ, Aczél and Saaty 1983).</summary>
    /// <exception cref="ArgumentException">There is none, or they compare different items.</exception>
    public static PairwiseComparison Together(IReadOnlyCollection<PairwiseComparison> comparisons)
    {
        var first = Same(comparisons);
        var mean = new double[first.Items.Length, first.Items.Length];
        foreach (var (row, column) in Pairs(first.Items.Length))
        {
            mean[row, column] = Math.Exp(comparisons.Average(one => Math.Log(one[row, column])));
            mean[column, row] = 1 / mean[row, column];
        }

        for (var item = 0; item < first.Items.Length; item++)
        {
            mean[item, item] = 1;
        }

        return new(first.Items, mean);
    }

    /// <summary>The priorities of a group of experts: the geometric mean of their priorities, scaled to add up to 1 (AIP, Forman and Peniwati 1998).</summary>
    /// <exception cref="ArgumentException">There is none, or they compare different items.</exception>
    public static ImmutableArray<double> PrioritiesTogether(IReadOnlyCollection<PairwiseComparison> comparisons)
    {
        var items = Same(comparisons).Items.Length;
        double[] means = [.. Enumerable.Range(0, items).Select(item => Math.Exp(comparisons.Average(one => Math.Log(one.Priorities[item]))))];
        return [.. means.Select(mean => mean / means.Sum())];
    }

    /// <summary>The judgement whose change to what the others imply makes the whole most consistent; null where all agree already.</summary>
    public Revisit? MostInconsistent()
    {
        if (PrincipalEigenvalue - Items.Length < 1e-9)
        {
            return null;
        }

        var best = Pairs(Items.Length).Select(pair => (pair, After: Without(pair.Row, pair.Column))).MinBy(candidate => candidate.After.Ratio);
        return new(Items[best.pair.Row], Items[best.pair.Column], this[best.pair.Row, best.pair.Column], best.After.Implied, best.After.Ratio);
    }

    // The value that the others imply: the ratio of the priorities that follow when the judgement is left open (Harker 1987).
    private (double Implied, double Ratio) Without(int row, int column)
    {
        var open = (double[,])_judgements.Clone();
        (open[row, column], open[column, row], open[row, row], open[column, column]) = (0, 0, 2, 2);
        var priorities = Eigen(open).Priorities;
        var implied = Math.Clamp(priorities[row] / priorities[column], 1 / MostJudgement, MostJudgement);
        var changed = (double[,])_judgements.Clone();
        (changed[row, column], changed[column, row]) = (implied, 1 / implied);
        return (implied, RatioOf(Eigen(changed).Eigenvalue, Items.Length));
    }

    private static void Put(double[,] matrix, int first, int second, Judgement judgement)
    {
        var name = $"{judgement.First} against {judgement.Second}";
        if (first < 0 || second < 0 || first == second)
        {
            throw new ArgumentException($"{name} is no comparison of two of the items.", nameof(judgement));
        }

        if (!(judgement.Value >= (1 / MostJudgement) - 1e-12 && judgement.Value <= MostJudgement))
        {
            throw new ArgumentException($"{name} is judged {judgement.Value}; a judgement lies between 1/9 and 9.", nameof(judgement));
        }

        if (matrix[first, second] != 0)
        {
            throw new ArgumentException($"{name} is judged twice.", nameof(judgement));
        }

        (matrix[first, second], matrix[second, first]) = (judgement.Value, 1 / judgement.Value);
    }

    private static PairwiseComparison Same(IReadOnlyCollection<PairwiseComparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        return comparisons.Count > 0 && comparisons.All(one => one.Items.SequenceEqual(comparisons.First().Items))
            ? comparisons.First()
            : throw new ArgumentException("Comparisons of the same items are put together, at least one.", nameof(comparisons));
    }

    private static IEnumerable<(int Row, int Column)> Pairs(int items) => Enumerable.Range(0, items).SelectMany(row => Enumerable.Range(row + 1, items - row - 1).Select(column => (row, column)));

    private static double IndexOf(double eigenvalue, int items) => items < 3 ? 0 : Math.Max(0, (eigenvalue - items) / (items - 1));

    private static double RatioOf(double eigenvalue, int items) => items < 3 ? 0 : IndexOf(eigenvalue, items) / s_random[items - 3];

    // Power iteration: a positive matrix has one largest eigenvalue, and its eigenvector is positive (Perron).
    private static (ImmutableArray<double> Priorities, double Eigenvalue) Eigen(double[,] matrix)
    {
        const int Most = 10_000;
        var items = matrix.GetLength(0);
        double[] vector = [.. Enumerable.Repeat(1.0 / items, items)];
        for (var step = 0; ; step++)
        {
            double[] next = [.. Enumerable.Range(0, items).Select(row => vector.Select((value, column) => matrix[row, column] * value).Sum())];
            var eigenvalue = next.Sum();
            for (var item = 0; item < items; item++)
            {
                next[item] /= eigenvalue;
            }

            if (step == Most || vector.Zip(next, (before, after) => Math.Abs(after - before)).Max() < 1e-15)
            {
                return ([.. next], eigenvalue);
            }

            vector = next;
        }
    }
}

/// <summary>How much more the first item matters than the second: 1 the same, 3 somewhat, 5 clearly, 7 very clearly, 9 beyond comparison; the inverse for less.</summary>
public readonly record struct Judgement(string First, string Second, double Value);

/// <summary>A judgement worth another look.</summary>
/// <param name="Given">How much more the first was said to matter than the second.</param>
/// <param name="Implied">What the other judgements imply.</param>
/// <param name="RatioAfter">The consistency ratio with that.</param>
public sealed record Revisit(string First, string Second, double Given, double Implied, double RatioAfter);
