using Gci.Reports.Blocks;
using Gci.Reports.Sheets;

namespace Gci.Reports;

/// <summary>The workbook of an edition's results: a list of sheets. Countries stand by ISO 3166 alpha-3 code.</summary>
public static class ResultsWorkbook
{
    public static Workbook Of(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var edition = publication.Edition;
        return new(
            edition.Title,
            publication.Language,
            publication.Notice,
            edition.ReferenceDate,
            edition.Tiers.Colours,
            [
                ReadMeSheet.Build(publication),
                CountrySheets.Tiers(publication),
                CountrySheets.Pillars(publication),
                .. publication.ShowsScores && edition.Questionnaire is not null ? [CountrySheets.Scores(publication)] : Array.Empty<Sheet>(),
                .. publication.Robustness is { } robustness ? FirmnessSheets.Of(publication, robustness) : [],
                .. edition.Questionnaire is null ? Array.Empty<Sheet>() : [DefinitionSheets.Indicators(publication), DefinitionSheets.Questions(publication)],
                DefinitionSheets.Weights(publication),
                GroupsSheet.Build(publication),
                DefinitionSheets.Method(publication),
            ]);
    }
}
