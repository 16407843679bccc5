using System.Collections.Immutable;
using Gci.Editions.Results;
using Gci.Scoring.Draws;

namespace Gci.Editions.Studies;

/// <summary>Takes every partial credit, more than none and less than all, as an interval: how much a draft is worth is a convention.</summary>
public static class PartialCredits
{
    /// <param name="width">How far below and above its own a credit may lie, in (0, 1].</param>
    /// <param name="others">Doubts that are stated one by one, and stay.</param>
    public static ImmutableArray<AnswerDoubt> Of(EditionResults results, double width, ImmutableArray<AnswerDoubt> others)
    {
        ArgumentNullException.ThrowIfNull(results);
        var stated = others.Select(doubt => (doubt.Country, doubt.Question)).ToHashSet();
        return
        [
            .. others,
            .. from row in Enumerable.Range(0, results.Scores.Countries.Count)
               where !double.IsNaN(results.Scores[row, results.Edition.Tree.Root.Position])
               from leaf in results.Edition.Tree.Leaves
               let maximum = results.Edition.Scorer.Maximum(leaf.Position)
               let credit = maximum == 0 ? 0 : results.Scores[row, leaf.Position] / maximum
               where credit is > 0 and < 1 && !stated.Contains((results.Scores.Countries[row], leaf.Code))
               select new AnswerDoubt(results.Scores.Countries[row], leaf.Code, null, Math.Max(0, credit - width), Math.Min(1, credit + width)),
        ];
    }
}
