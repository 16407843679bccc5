using System.Globalization;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;
using Gci.Reports.Reading;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Reads one workbook: what copy it is, then the answer to each question.</summary>
internal sealed class CopyReading(string file, Edition edition, Problems problems)
{
    internal ReturnedWorkbook? Read(WorkbookParts workbook)
    {
        if (edition.Questionnaire is not { } questionnaire)
        {
            problems.Add(file, 1, $"The edition {edition.Id} has no questionnaire.");
            return null;
        }

        if (CopySheets.Facts(workbook) is not { } facts)
        {
            problems.Add(file, 1, "This is not a questionnaire of this service; fill in the workbook that you download there.");
            return null;
        }

        string Fact(string name) => facts.GetValueOrDefault(name).First ?? "";
        if (Fact("edition") != edition.Id)
        {
            problems.Add(file, 1, $"This is the questionnaire of edition {Quoted.Text(Fact("edition"))}, not of {edition.Id}; download the one of {edition.Id}.");
            return null;
        }

        var sheets = new CopySheets(file, problems);
        sheets.Read(workbook);
        var isOutdated = Fact("questionnaire") != CanonicalAnswer.Hash(questionnaire);
        var asked = questionnaire.Questions().Where(question => !isOutdated || facts.ContainsKey($"answer/{question.Code}")).ToArray();
        CheckKeys(questionnaire, asked, sheets.Rows);
        return new(
            edition.Id, Fact("questionnaire"), isOutdated, Fact("response"), Fact("country"), Fact("language"), [.. Answers(asked, facts, sheets.Rows, Fact("language"))]);
    }

    private IEnumerable<ReturnedAnswer> Answers(
        Question[] asked, Dictionary<string, (string First, string Second)> facts, IReadOnlyDictionary<string, KeyedRow> rows, string language)
    {
        var labels = new KnownLabels(edition, language);
        foreach (var question in asked)
        {
            var (revision, hash) = facts.GetValueOrDefault($"answer/{question.Code}");
            if (!int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || hash.Length == 0)
            {
                problems.Add(file, 1, $"The hidden sheet of the workbook no longer says of which revision the answer to {question.Code} is; download the questionnaire again and copy the answers over.");
            }
            else if (RowKeys.Needed(question).All(rows.ContainsKey))
            {
                yield return new AnswerReading(file, edition, labels, rows, problems).Read(question, number, hash);
            }
        }
    }

    private void CheckKeys(Questionnaire questionnaire, Question[] asked, IReadOnlyDictionary<string, KeyedRow> rows)
    {
        foreach (var question in asked)
        {
            var missing = RowKeys.Needed(question).Where(key => !rows.ContainsKey(key)).ToArray();
            if (missing.Length > 0)
            {
                var near = RowKeys.Needed(question).Select(rows.GetValueOrDefault).FirstOrDefault(row => row is not null);
                problems.Add(file, near?.Place(1) ?? "1", $"The workbook lacks rows of {question.Code} ({string.Join(", ", missing.Take(3))}{(missing.Length > 3 ? ", …" : "")}); download the questionnaire again and copy the answers over.");
            }
        }

        var codes = questionnaire.Questions().Select(question => question.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Values.Where(row => !codes.Contains(row.Key.Split('/')[0])).DistinctBy(row => row.Key.Split('/')[0]))
        {
            problems.Add(file, row.Place(1), $"The questionnaire has no question {Quoted.Text(row.Key.Split('/')[0])} any more; download it again and copy the answers over.");
        }
    }
}
