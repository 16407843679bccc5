using Gci.Editions.Answers;

namespace Gci.Reports.Files;

/// <summary>Answers as CSV, <c>country,code,answer</c> and a comment where one is given: the form in which they are read.</summary>
public static class AnswersText
{
    public static string Of(IReadOnlyCollection<AnswerRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var comments = rows.Any(row => row.Comment is not null);
        var csv = new CsvText().Row(["country", "code", "answer", .. comments ? ["comment"] : Array.Empty<string>()]);
        foreach (var row in rows)
        {
            csv.Row([row.Country, row.Code, row.Answer, .. comments ? [row.Comment ?? ""] : Array.Empty<string>()]);
        }

        return csv.ToString();
    }
}
