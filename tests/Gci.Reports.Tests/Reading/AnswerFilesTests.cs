using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Reading;

namespace Gci.Reports.Tests.Reading;

public sealed class AnswerFilesTests
{
    private static readonly IReadOnlySet<string> s_countries = new HashSet<string>(["KEN", "PRT"]);

    private static readonly Questionnaire s_questionnaire = new(
        [
            new("TEC", "",
            [
                Question("TEC-1", ChoiceType.YesPartialNo),
                Question("TEC-2", new TicksType([new("web", "Web"), new("mail", "Mail")])),
                Question("TEC-3", new NumberType("staff", -1e9, 1e9, 9)),
                Question("TEC-4", new DateType()),
                Question("TEC-5", new TextType(100)),
                Question("TEC-6", new TableType([new("partner", "Partner", ColumnType.Country), new("people", "People", ColumnType.Number)], 5)),
            ]),
        ],
        []);

    // Answers as a respondent would write them; the first letter of a text is a letter, so that it is no formula.
    private static readonly Gen<string>[] s_answers =
    [
        Gen.OneOf("yes", "partial", "no"),
        Gen.OneOf("web", "mail", "mail;web"),
        Gen.Int[-1_000_000, 1_000_000].Select(number => (number / 1000m).ToString(CultureInfo.InvariantCulture)),
        Gen.Int[0, 30_000].Select(day => new DateOnly(1930, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Gen.OneOf("é", " ", ",", ";", "\"", "\n", "\t", "=", "ع", "😀", "_x000A_", "\\", "a").Array[0, 9].Select(parts => "a" + string.Concat(parts)),
        Gen.Int[0, 99].Select(people => $$"""[{"partner":"PRT","people":{{people}}}]"""),
    ];

    private static readonly Gen<(string Country, string Code, string Answer)[]> s_rows =
        Gen.Select(AnswersOf("PRT"), AnswersOf("KEN"), ((string, string, string)[] (one, other) => [.. one, .. other]));

    [Fact]
    public void A_file_that_is_missing_or_of_another_kind_is_a_problem()
    {
        var problems = new Problems();

        foreach (var path in new[] { "a.CSV", "a.json", "a.xlsx", "a.xlsm", "answers" })
        {
            Assert.Empty(AnswerFiles.Read(path, problems));
        }

        Assert.Equal(
            [
                "a.CSV:1: The file is missing.",
                "a.json:1: The file is missing.",
                "a.xlsm:1: Answers are read from files whose names end in .csv, .json or .xlsx.",
                "a.xlsx:1: The file is missing.",
                "answers:1: Answers are read from files whose names end in .csv, .json or .xlsx.",
            ],
            problems.InOrder().Select(problem => problem.ToString()));
    }

    [Fact]
    public void The_same_answers_as_csv_json_and_workbook_are_the_same_sheets() => s_rows.Sample(
        rows =>
        {
            var folder = Directory.CreateTempSubdirectory().FullName;
            string[] paths = [Path.Combine(folder, "a.csv"), Path.Combine(folder, "a.json"), Path.Combine(folder, "a.xlsx")];
            File.WriteAllText(paths[0], Csv(rows));
            File.WriteAllText(paths[1], Json(rows));
            File.WriteAllBytes(paths[2], Workbook(rows));
            var sheets = paths.Select(Sheets).ToArray();
            Directory.Delete(folder, recursive: true);
            Assert.Equal(sheets[0], sheets[1]);
            Assert.Equal(sheets[0], sheets[2]);
        },
        iter: 100);

    [Fact]
    public void A_damaged_workbook_never_throws_and_is_never_half_read()
    {
        var valid = Workbooks.Answers(sheet => Workbooks.Fill(sheet, 3, "PRT", "TEC-1", "no"));
        var whole = Workbooks.Read(valid).Rows;
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte).Array[1, 3].Sample(
            edits =>
            {
                byte[] bytes = [.. valid];
                foreach (var (at, value) in edits)
                {
                    bytes[at] = value;
                }

                var (rows, problems) = Workbooks.Read(bytes);
                return problems.Length > 0 || rows.SequenceEqual(whole);
            },
            iter: 3000);
        Gen.Byte.Array[0, 200].Sample(bytes => Workbooks.Read(bytes).Problems.Length > 0 && Workbooks.Read([.. "PK\u0003\u0004"u8, .. bytes]).Problems.Length > 0);
    }

    [Fact]
    public void Damaged_xml_in_a_workbook_never_throws() => Gen.Select(
            Gen.OneOf(Workbooks.Sheet, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"),
            Gen.Double[0, 1],
            Gen.Int[0, 6],
            Gen.OneOf("", "\"", "<", "9", "-1", "x", "99999999999", "/", "%", "&#0;", " "))
        .Sample((part, at, length, text) => Workbooks.Read(Workbooks.With(Workbooks.Answers(), part, xml =>
        {
            var start = (int)(at * xml.Length);
            return xml[..start] + text + xml[Math.Min(xml.Length, start + length)..];
        })) is var read && (read.Rows.Count > 0 || read.Problems.Length > 0), iter: 1000);

    private static Gen<(string Country, string Code, string Answer)[]> AnswersOf(string country) => Gen.Select(
        s_answers[0], s_answers[1], s_answers[2], s_answers[3], s_answers[4], s_answers[5],
        ((string, string, string)[] (string a, string b, string c, string d, string e, string f) =>
            [(country, "TEC-1", a), (country, "TEC-2", b), (country, "TEC-3", c), (country, "TEC-4", d), (country, "TEC-5", e), (country, "TEC-6", f)]));

    private static Question Question(string code, AnswerType type) => new(code, code, code, "", null, 1, "", type, null, Confidentiality.Public, "", IsScored: true);

    private static string Sheets(string path)
    {
        var problems = new Problems();
        var sheets = AnswerSheets.From(AnswerFiles.Read(path, problems), s_questionnaire, s_countries, new(2024, 6, 30), problems);
        Assert.Empty(problems.InOrder());
        return string.Join('\n', sheets.SelectMany(sheet => sheet.Answers.Select(pair => $"{sheet.Country} {pair.Key} {Text(pair.Value)}")));
    }

    private static string Text(Answer answer) => answer switch
    {
        TickAnswer ticks => string.Join(';', ticks.Options),
        TableAnswer table => string.Join('/', table.Rows.Select(row => string.Join(';', row))),
        _ => answer.ToString(),
    };

    private static string Csv(IEnumerable<(string Country, string Code, string Answer)> rows) => "\uFEFFcountry,code,answer\r\n" + string.Concat(rows.Select(row =>
        $"{row.Country},{row.Code},\"{row.Answer.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)}\"\r\n"));

    private static string Json(IEnumerable<(string Country, string Code, string Answer)> rows) => "[" + string.Join(",\n", rows.Select(row => row.Code switch
    {
        "TEC-2" => Object(row, JsonSerializer.Serialize(row.Answer.Split(';'))),
        "TEC-3" or "TEC-6" => Object(row, row.Answer),
        _ => Object(row, JsonSerializer.Serialize(row.Answer)),
    })) + "]";

    private static string Object((string Country, string Code, string Answer) row, string answer) =>
        $$"""{"country": "{{row.Country}}", "code": "{{row.Code}}", "answer": {{answer}}}""";

    private static byte[] Workbook((string Country, string Code, string Answer)[] rows) => Workbooks.Make(workbook =>
    {
        var sheet = workbook.AddWorksheet("Answers");
        Workbooks.Fill(sheet, 1, "country", "code", "answer");
        for (var i = 0; i < rows.Length; i++)
        {
            Workbooks.Fill(sheet, i + 2, rows[i].Country, rows[i].Code);
            var cell = sheet.Cell(i + 2, 3);
            _ = rows[i].Code switch
            {
                "TEC-3" => cell.SetValue(double.Parse(rows[i].Answer, CultureInfo.InvariantCulture)),
                "TEC-4" => cell.SetValue(DateTime.ParseExact(rows[i].Answer, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
                _ => cell.SetValue(rows[i].Answer),
            };
        }
    });
}
