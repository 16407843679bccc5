namespace Gci.Editions.Drafting;

/// <summary>How points are shared out: exactly, in steps, the largest remainders first.</summary>
internal static class Shares
{
    /// <summary>
    /// Shares of a total. Who has no weight yet gets an equal share, taken from the others in proportion; what add up already stay as they are.
    /// </summary>
    internal static decimal[] Of(decimal total, IReadOnlyList<decimal?> weights, decimal step)
    {
        if (weights.Count == 0 || (weights.All(weight => weight is not null) && weights.Sum() == total))
        {
            return [.. weights.Select(weight => weight ?? 0)];
        }

        var (known, sum) = (weights.Count(weight => weight is not null), weights.Sum() ?? 0);
        var equal = total / weights.Count;
        decimal[] exact = [.. weights.Select(weight => weight is null || sum == 0 ? equal : weight.Value / sum * (equal * known))];
        decimal[] rounded = [.. exact.Select(value => Math.Floor(value / step) * step)];
        foreach (var index in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - rounded[i]).ThenBy(i => i).Take((int)((total - rounded.Sum()) / step)))
        {
            rounded[index] += step;
        }

        // Where the total is finer than the step, as somebody may have written it by hand.
        rounded[0] += total - rounded.Sum();
        return rounded;
    }
}
