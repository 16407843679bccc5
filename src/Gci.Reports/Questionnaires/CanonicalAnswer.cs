using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;

namespace Gci.Reports.Questionnaires;

/// <summary>One way of writing each answer, so that two texts are equal exactly if they say the same.</summary>
internal static class CanonicalAnswer
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same answer with numbers, ticks and tables written in one way, line ends as <c>\n</c>, and nothing as null.</summary>
    internal static CopiedAnswer Of(CopiedAnswer answer, Question question, Edition edition) => answer with
    {
        Value = Value(answer.Value, question, edition),
        Reason = Text(answer.Reason)?.Trim(),
        Comment = Text(answer.Comment)?.Trim(),
        Links = [.. answer.Links.Select(link => new CopiedLink(Text(link.Url)?.Trim() ?? "", Text(link.Title)?.Trim() ?? "", link.Kind)).Where(link => link is not ("", "", ""))],
    };

    /// <summary>The text of a value; what <see cref="AnswerParser"/> does not take stays as it is.</summary>
    internal static string? Value(string? value, Question question, Edition edition)
    {
        if (Text(value) is not { } text || question.Type is TextType)
        {
            return Text(value)?.Trim();
        }

        return Parsed(text, question, edition) switch
        {
            TickAnswer ticks => string.Join(';', ticks.Options),
            NumberAnswer number => Plain(number.Number),
            TableAnswer table => Json(table.Rows, (TableType)question.Type),
            _ => text,
        };
    }

    /// <summary>A table as <see cref="AnswerParser"/> takes it, empty cells left out; null for one without rows.</summary>
    internal static string? Json(ImmutableArray<ImmutableArray<string>> rows, TableType type) => rows.IsEmpty ? null : new JsonArray(
        [.. rows.Select(row => new JsonObject(type.Columns.Zip(row).Where(pair => pair.Second.Length > 0)
            .Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.First.Code, Cell(pair.Second, pair.First.Type)))))]).ToJsonString(s_plain);

    /// <summary>The checked answer, null where there is none or where it is not one that the question takes.</summary>
    internal static Answer? Parsed(string? value, Question question, Edition edition) =>
        value is null ? null : AnswerParser.Parse(question, value, edition.CountryCodes(), edition.ReferenceDate).Answer;

    /// <summary>A fingerprint of the answer with reason and comment; the answer is canonical.</summary>
    internal static string Hash(CopiedAnswer answer) => Hash([answer.Value, answer.IsNotApplicable ? "x" : "", answer.Reason, answer.Comment]);

    /// <summary>A fingerprint of its links, in whichever order they stand; the answer is canonical.</summary>
    internal static string HashOfLinks(CopiedAnswer answer) => Hash(
        answer.Links.OrderBy(link => link.Url, StringComparer.Ordinal).ThenBy(link => link.Title, StringComparer.Ordinal).ThenBy(link => link.Kind, StringComparer.Ordinal)
            .SelectMany(link => new[] { link.Url, link.Title, link.Kind }));

    /// <summary>The fingerprint of what is asked, whatever the words: codes, kinds of answer, options and columns.</summary>
    internal static string Hash(Questionnaire questionnaire)
    {
        var lines = questionnaire.Questions().Select(question => $"{question.Code} {question.Type.Name} {string.Join(' ', Parts(question.Type))}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static string Hash(IEnumerable<string?> parts)
    {
        var text = string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part?.Length ?? 0}:{part}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
    }

    private static IEnumerable<string> Parts(AnswerType type) => type switch
    {
        OptionsType options => options.Options.Select(option => option.Code),
        TableType table => table.Columns.Select(column => $"{column.Code}:{column.Type}"),
        _ => [],
    };

    private static string Cell(string text, ColumnType type) =>
        type == ColumnType.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Plain(number) : SheetText.Of(text);

    private static string? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : SheetText.Of(text);

    private static string Plain(double number) => Math.Abs(number) < 1e15 && (double)(decimal)number == number
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
