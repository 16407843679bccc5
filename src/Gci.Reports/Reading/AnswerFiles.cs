using Gci.Editions;
using Gci.Editions.Answers;

namespace Gci.Reports.Reading;

/// <summary>The one door for files with answers, whatever their format.</summary>
public static class AnswerFiles
{
    /// <summary>The rows that can be read; whatever cannot is among the problems. The ending of the name tells the format.</summary>
    public static IReadOnlyList<AnswerRow> Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".CSV":
                return AnswersCsv.Read(path, problems);
            case ".JSON":
                return AnswersJson.Read(path, problems);
            case ".XLSX":
                return AnswersWorkbook.Read(path, problems);
            default:
                problems.Add(path, 1, "Answers are read from files whose names end in .csv, .json or .xlsx.");
                return [];
        }
    }
}
