using System.Globalization;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;
using Gci.Reports.Reading;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Reads one workbook: what copy it is, then the answer to each question.</summary>
internal sealed class CopyReading(Edition edition, CopyProblems problems)
{
    /// <summary>Null where the workbook is no copy of this edition's questionnaire.</summary>
    internal ReturnedWorkbook? Read(WorkbookParts workbook)
    {
        if (edition.Questionnaire is not { } questionnaire || CopySheets.Facts(workbook) is not { } facts)
        {
            problems.Add("workbook.wrong-file");
            return null;
        }

        string Fact(string name) => facts.GetValueOrDefault(name)?[0] ?? "";
        if (Fact("edition") != edition.Id)
        {
            problems.Add("workbook.wrong-edition", ("edition", Quoted.Text(Fact("edition"))), ("wanted", edition.Id));
            return null;
        }

        var sheets = new CopySheets(problems);
        sheets.Read(workbook);
        var isOutdated = Fact("questionnaire") != CanonicalAnswer.Hash(questionnaire);
        var asked = questionnaire.Questions().Where(question => !isOutdated || facts.ContainsKey($"answer/{question.Code}")).ToArray();
        CheckKeys(questionnaire, asked, sheets.Rows);
        return new(
            edition.Id, Fact("questionnaire"), isOutdated, Fact("response"), Fact("country"), Fact("language"), [.. Answers(asked, facts, sheets, Fact("language"))]);
    }

    private IEnumerable<ReturnedAnswer> Answers(Question[] asked, Dictionary<string, string[]> facts, CopySheets sheets, string language)
    {
        var labels = new KnownLabels(edition, language);
        foreach (var question in asked)
        {
            if (facts.GetValueOrDefault($"answer/{question.Code}") is not [var revision, { Length: > 0 } hash, { Length: > 0 } linksHash]
                || !int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                problems.Add("workbook.lost-revision", ("question", question.Code));
            }
            else if (!sheets.IsDoubtful(question.Code) && RowKeys.Needed(question).All(sheets.Rows.ContainsKey)
                && new AnswerReading(edition, labels, sheets.Rows, problems).Read(question, number, hash, linksHash) is { } read)
            {
                yield return read;
            }
        }
    }

    private void CheckKeys(Questionnaire questionnaire, Question[] asked, IReadOnlyDictionary<string, KeyedRow> rows)
    {
        foreach (var question in asked.Where(question => !RowKeys.Needed(question).All(rows.ContainsKey)))
        {
            var near = RowKeys.Needed(question).Select(rows.GetValueOrDefault).FirstOrDefault(row => row is not null);
            problems.Add(near?.Place(1) ?? "1", "workbook.lost-rows", ("question", question.Code));
        }

        var codes = questionnaire.Questions().Select(question => question.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Values.Where(row => !codes.Contains(row.Question)).DistinctBy(row => row.Question))
        {
            problems.Add(row.Place(1), "workbook.unknown-question", ("question", Quoted.Text(row.Question)));
        }
    }
}
