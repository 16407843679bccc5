using System.Collections.Immutable;
using System.CommandLine;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Results;
using Gci.Reports.Reading;

namespace Gci.Cli;

/// <summary>Reads what a verb was given, answers or points, and scores it.</summary>
internal static class Results
{
    internal static EditionResults Load(ParseResult parsed, SharedOptions options)
    {
        var (answers, points) = (parsed.GetValue(options.Answers), parsed.GetValue(options.Points));
        if (answers is null == points is null)
        {
            throw new WrongUsageException("Give either --answers FILE or --points FILE.");
        }

        var edition = options.Load(parsed);
        return answers is not null ? EditionResults.Of(edition, Sheets(edition, answers)) : EditionResults.Of(edition, Points(edition, points!));
    }

    internal static IReadOnlyList<AnswerSheet> Sheets(Edition edition, string path)
    {
        if (edition.Questionnaire is null)
        {
            throw new WrongUsageException($"Edition {edition.Id} has no questionnaire; give its pillar points with --points.");
        }

        var problems = new Problems();
        var rows = AnswerFiles.Read(path, problems);
        var sheets = AnswerSheets.From(rows, edition.Questionnaire, edition.CountryCodes(), edition.ReferenceDate, problems);
        WrongInputException.ThrowIfAny(problems);
        return sheets;
    }

    private static Dictionary<string, ImmutableDictionary<string, double>> Points(Edition edition, string path)
    {
        var problems = new Problems();
        var table = PointsCsv.Read(path, [.. edition.Pillars.Select(pillar => (pillar.Variable, pillar.Points))], edition.CountryCodes(), problems);
        WrongInputException.ThrowIfAny(problems);
        return table.Points.ToDictionary(
            row => row.Key,
            row => edition.Pillars.Zip(row.Value).Where(pair => !double.IsNaN(pair.Second)).ToImmutableDictionary(pair => pair.First.Code, pair => pair.Second));
    }
}
