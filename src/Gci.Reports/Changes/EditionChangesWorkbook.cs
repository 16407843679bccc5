using System.Collections.Immutable;
using Gci.Reports.Blocks;
using Gci.Reports.Sheets;

namespace Gci.Reports.Changes;

/// <summary>What changed between two editions as a workbook: summary, questions, weights, credits and method.</summary>
public static class EditionChangesWorkbook
{
    public static Workbook Of(EditionComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        comparison = comparison with { Texts = comparison.Texts.Anew() };
        ImmutableArray<Sheet> others =
        [
            .. comparison.Changes.HasQuestions ? [ChangeSheets.Questions(comparison)] : Array.Empty<Sheet>(),
            ChangeSheets.Weights(comparison), ChangeSheets.Credits(comparison), ChangeSheets.Method(comparison),
        ];
        return new(
            EditionChangesReport.TitleOf(comparison), comparison.Language, null, comparison.After.ReferenceDate, ImmutableDictionary<string, string>.Empty,
            [ChangeSheets.Summary(comparison), .. others]);
    }
}
