using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Gci.Editions.Answers;

namespace Gci.Editions.Tests.Answers;

/// <summary>Whatever the bytes: nothing throws, and where no problem is told another reader finds the same rows.</summary>
public sealed partial class InputFuzzTests
{
    private const string ValidCsv = "country,code,answer,comment\r\nKEN,TEC-1,yes,\"a, \"\"b\"\"\r\nc\"\r\nPRT,TEC-3,ok,\r\nURY,TEC-2.2,12.5,é\n";

    private const string ValidJson = """
        [ {"country":"KEN","code":"TEC-1","answer":"yes","comment":"caf\u00e9"},
          {"country":"PRT","code":"TEC-2.1","answer":["web","mail"]}, {"country":"PRT","code":"TEC-2.2","answer":-1.5e0},
          {"country":"URY","code":"TEC-4","answer":[{"partner":"KEN","people":3}]} ]
        """;

    // Letters that matter to the formats are as likely as all other bytes together.
    private static readonly byte[] s_letters = [.. "\",;\r\n\t[]{}:\\ 1eu"u8, 0xEF, 0xBB, 0xBF, 0xC3];

    private static readonly Gen<byte> s_byte = Gen.Frequency((1, Gen.Byte), (1, Gen.Int[0, s_letters.Length - 1].Select(at => s_letters[at])));

    private static readonly Gen<(int At, int Kind, byte Value)[]> s_edits = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 2], s_byte).Array[1, 6];

    [Fact]
    public void Mutated_csv_is_read_like_another_reader_does_or_a_problem_is_told() =>
        s_edits.Sample(edits => CsvIsWhole(Mutate(Small.Bytes(ValidCsv), edits)), iter: 20_000);

    [Fact]
    public void Random_bytes_as_csv_are_read_like_another_reader_does_or_a_problem_is_told() =>
        s_byte.Array[0, 60].Sample(bytes => CsvIsWhole([.. "country,code,answer\n"u8, .. bytes]) && CsvIsWhole(bytes), iter: 20_000);

    [Fact]
    public void Mutated_json_is_read_like_another_reader_does_or_a_problem_is_told() =>
        s_edits.Sample(edits => JsonIsWhole(Mutate(Small.Bytes(ValidJson), edits)), iter: 20_000);

    [Fact]
    public void Random_bytes_as_json_or_points_never_throw() => s_byte.Array[0, 60].Sample(
        bytes =>
        {
            PointsCsv.Read("a.csv", (byte[])[.. "iso3,legal\n"u8, .. bytes], [("legal", 20)], Small.Countries, new());
            return JsonIsWhole(bytes) && JsonIsWhole([.. "[{\"answer\":"u8, .. bytes]);
        },
        iter: 20_000);

    [Fact]
    public void Any_text_is_an_answer_or_gets_a_sentence() => Gen.Select(Gen.Int[0, 5], Gen.OneOf(Gen.String, s_byte.Array[0, 40].Select(Encoding.Latin1.GetString))).Sample(
        (question, text) =>
        {
            var (answer, sentence) = AnswerParser.Parse(Small.Questionnaire.Questions().ElementAt(question), text, Small.Countries, Small.Today);
            return answer is null != sentence is null;
        },
        iter: 20_000);

    private static bool CsvIsWhole(byte[] content)
    {
        var problems = new Problems();
        var rows = AnswersCsv.Read("a.csv", content, problems);
        var isWhole = problems.Any || ByGrammar(content).SequenceEqual(rows.Select(row => (row.Country, row.Code, row.Answer, row.Comment ?? "")));
        Small.Sheets(rows, problems);
        return isWhole;
    }

    private static IEnumerable<(string, string, string, string)> ByGrammar(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var text = reader.ReadToEnd();
        var (records, record, end) = (new List<List<string>>(), new List<string>(), 0);
        foreach (Match field in Field().Matches(text))
        {
            Assert.Equal(end, field.Index);
            end = field.Index + field.Length;
            record.Add(field.Groups["plain"].Value + field.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal));
            if (field.Groups["end"].Value != ",")
            {
                records.Add(record);
                record = [];
            }
        }

        Assert.Equal(text.Length, end);
        records.RemoveAll(fields => fields.All(string.IsNullOrEmpty));
        return records.Skip(1).Select(fields => (Of("country", fields), Of("code", fields), Of("answer", fields), Of("comment", fields)));

        string Of(string column, List<string> fields) => records[0].IndexOf(column) is var at and >= 0 ? fields[at] : "";
    }

    [GeneratedRegex("""\G(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n|\r|\n|\z)""")]
    private static partial Regex Field();

    private static bool JsonIsWhole(byte[] content)
    {
        var problems = new Problems();
        var rows = AnswersJson.Read("a.csv", content, problems);
        var isWhole = problems.Any || JsonDocument.Parse(content.AsMemory(content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0)).RootElement.EnumerateArray()
            .Select(row => (row.GetProperty("country").GetString(), row.GetProperty("code").GetString()))
            .SequenceEqual(rows.Select(row => ((string?)row.Country, (string?)row.Code)));
        Small.Sheets(rows, problems);
        return isWhole;
    }

    private static byte[] Mutate(byte[] valid, (int At, int Kind, byte Value)[] edits) => [.. edits.Aggregate(valid.ToList(), (bytes, edit) =>
    {
        var at = edit.At % (bytes.Count + 1);
        if (edit.Kind == 0 || at == bytes.Count)
        {
            bytes.Insert(at, edit.Value);
        }
        else if (edit.Kind == 1)
        {
            bytes.RemoveAt(at);
        }
        else
        {
            bytes[at] = edit.Value;
        }

        return bytes;
    })];
}
