using System.Collections.Immutable;
using Gci.Editions.Answers;
using Gci.Editions.Results;
using Gci.Scoring.Draws;

namespace Gci.Editions.Studies;

/// <summary>Takes what countries say beyond what is proven as true with some probability.</summary>
public static class UnprovenClaims
{
    /// <param name="counted">Results of the answers as they count.</param>
    /// <param name="sheets">The answers that count.</param>
    /// <param name="claims">What countries say where that is not proven, or only in part, as texts of answers.</param>
    /// <param name="probability">That a claim is true.</param>
    /// <returns>A doubt for each answer that would earn more if the claim were true, with all other claims.</returns>
    public static ImmutableArray<AnswerDoubt> Of(
        EditionResults counted, IReadOnlyCollection<AnswerSheet> sheets, IReadOnlyCollection<(string Country, string Question, string Text)> claims, double probability)
    {
        ArgumentNullException.ThrowIfNull(counted);
        var (edition, byCountry) = (counted.Edition, claims.ToLookup(claim => claim.Country, StringComparer.Ordinal));
        var claimed = EditionResults.Of(edition, sheets.Select(sheet => Claimed(edition, sheet, byCountry[sheet.Country])));
        return
        [
            .. from row in Enumerable.Range(0, counted.Scores.Countries.Count)
               let country = counted.Scores.Countries[row]
               from leaf in edition.Tree.Leaves
               let maximum = edition.Scorer.Maximum(leaf.Position)
               where maximum > 0 && claimed.Scores[row, leaf.Position] > counted.Scores[row, leaf.Position]
               select new AnswerDoubt(country, leaf.Code, probability, counted.Scores[row, leaf.Position] / maximum, claimed.Scores[row, leaf.Position] / maximum),
        ];
    }

    private static AnswerSheet Claimed(Edition edition, AnswerSheet sheet, IEnumerable<(string Country, string Question, string Text)> claims)
    {
        var texts = edition.SheetOf(sheet.Country, claims.Select(claim => KeyValuePair.Create(claim.Question, claim.Text))).Answers;
        return new(sheet.Country, edition.Questionnaire!, sheet.Answers.SetItems(texts), sheet.Comments);
    }
}
