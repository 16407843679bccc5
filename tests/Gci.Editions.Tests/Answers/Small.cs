using System.Collections.Immutable;
using System.Text;
using Gci.Editions.Answers;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Tests.Answers;

/// <summary>A questionnaire with one question of each kind, and ways to read text as if it were a file.</summary>
internal static class Small
{
    internal static readonly IReadOnlySet<string> Countries = new HashSet<string>(["KEN", "PRT", "URY"]);

    internal static readonly DateOnly Today = new(2024, 6, 30);

    internal static readonly Questionnaire Questionnaire = new(
        [
            new("TEC", "",
            [
                Question("TEC-1", ChoiceType.YesPartialNo),
                Group("TEC-2", new In("TEC-1", ["yes", "partial"]),
                    Question("TEC-2.1", new TicksType([new("web", "Web"), new("mail", "Mail"), new("none", "None", IsExclusive: true)])),
                    Question("TEC-2.2", new NumberType("staff", 0, 100, 1), new Contains("TEC-2.1", "web")),
                    Question("TEC-2.3", new DateType(), new Comparison(new AnswerOf("TEC-2.2"), Comparator.Greater, new NumberLiteral(5)))),
                Question("TEC-3", new TextType(20)),
                Question("TEC-4", new TableType(
                    [
                        new("partner", "Partner", ColumnType.Country), new("since", "Since", ColumnType.Date),
                        new("people", "People", ColumnType.Number), new("note", "Note", ColumnType.Text),
                    ], 2)),
            ]),
        ],
        []);

    internal static Question Question(string code, AnswerType type, Expression? relevant = null) =>
        new(code, "v", code, "", relevant, 1, "", type, null, Confidentiality.Public, "", IsScored: true);

    internal static ItemGroup Group(string code, Expression? relevant, params ImmutableArray<Item> items) => new(code, "v", code, "", relevant, 1, items);

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static string[] Lines(Problems problems) => [.. problems.InOrder().Select(problem => problem.ToString())];

    internal static IReadOnlyList<AnswerSheet> Sheets(IEnumerable<AnswerRow> rows, Problems problems) =>
        AnswerSheets.From(rows, Questionnaire, Countries, Today, problems);

    internal static AnswerSheet Sheet(params (string Code, Answer Answer)[] answers) => new(
        "KEN",
        Questionnaire,
        answers.ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Answer, StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    internal static AnswerRow Row(int line, string country, string code, string answer, string? comment = null) =>
        new("a.csv", FormattableString.Invariant($"{line}"), country, code, answer, comment);
}
