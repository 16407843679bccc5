using System.Globalization;
using Gci.Editions.Questionnaires;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>
/// What stands in the hidden first column of each row, such as <c>TEC-1.1/answer</c>. A row is known by its key: sheets may be renamed and rows
/// may move, and the answer is still found.
/// </summary>
internal static class RowKeys
{
    /// <summary>A row of ours that takes no answer.</summary>
    internal const string Fixed = "-";

    /// <summary>The first cell of a sheet of ours begins with this.</summary>
    internal const string SheetMark = "sheet/";

    /// <summary>The first cell of the hidden sheet that says what the copy is.</summary>
    internal const string CopyMark = "gci-questionnaire-copy/1";

    /// <summary>Columns of a pillar's sheet, from 1.</summary>
    internal const int Code = 2;
    internal const int Text = 3;
    internal const int Answer = 4;
    internal const int Title = 5;
    internal const int Kind = 6;

    /// <summary>The first column of a table's sheet that takes an answer; the one before counts the rows.</summary>
    internal const int FirstOfTable = 3;

    private const int MostLinks = 50;

    internal static string AnswerOf(Question question) => $"{question.Code}/answer";

    internal static string OptionOf(Question question, string option) => $"{question.Code}/option/{option}";

    internal static string NotApplicable(Question question) => $"{question.Code}/not-applicable";

    internal static string Reason(Question question) => $"{question.Code}/reason";

    internal static string Comment(Question question) => $"{question.Code}/comment";

    internal static string Confirm(Question question) => $"{question.Code}/confirm";

    internal static string Link(Question question, int number) => string.Create(CultureInfo.InvariantCulture, $"{question.Code}/link/{number}");

    internal static string TableRow(Question question, int number) => string.Create(CultureInfo.InvariantCulture, $"{question.Code}/row/{number}");

    /// <summary>The rows for links of a question; more where more links are there already.</summary>
    internal static int Links(Question question, int present) =>
        Math.Max(present, question.Evidence is { } policy && policy.Accept.Contains(EvidenceForm.Link) ? Math.Min(policy.Maximum, MostLinks) : 0);

    /// <summary>The keys without which the answer to a question cannot be read; rows of links are as many as the copy had.</summary>
    internal static IEnumerable<string> Needed(Question question) =>
    [
        .. question.Type switch
        {
            TicksType ticks => ticks.Options.Select(option => OptionOf(question, option.Code)),
            TableType table => Enumerable.Range(1, table.MaximumRows).Select(number => TableRow(question, number)),
            _ => [AnswerOf(question)],
        },
        NotApplicable(question), Reason(question), Comment(question),
    ];
}
