using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Answering;

/// <summary>Reads answers from a plain form. Every field is named after its question: <c>LEG-1.1.value</c>, <c>LEG-1.1.comment</c>.</summary>
public static class FormAnswers
{
    /// <summary>What the form wants the answer to be.</summary>
    public static AnswerDraft Draft(IFormCollection form, Question question, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(edition);
        var code = question.Code;
        var isNotApplicable = form.ContainsKey($"{code}.na");
        return new(
            Value(form, question, edition), isNotApplicable, Text(form, $"{code}.reason"), Text(form, $"{code}.comment"));
    }

    /// <summary>The revision that the form was made from; null where the form does not hold the question.</summary>
    public static int? BaseRevision(IFormCollection form, Question question)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(question);
        return int.TryParse(form[$"{question.Code}.revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
    }

    /// <summary>The key that makes sending the form twice the same as once.</summary>
    public static string Key(IFormCollection form, Question question)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(question);
        return $"{form["form-key"]}-{question.Code}";
    }

    /// <summary>A draft as a form that shows it sends it back when nobody touches it.</summary>
    public static AnswerDraft AsTyped(AnswerDraft draft, Question question)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(question);
        return question.Type switch
        {
            TicksType type when draft.Value is { } value => draft with { Value = Joined(type.Options.Select(option => option.Code).Where(value.Split(';', StringSplitOptions.TrimEntries).Contains)) },
            TableType type => draft with { Value = Written(TableText.Rows(type, draft.Value)) },
            _ => draft,
        };
    }

    private static string? Value(IFormCollection form, Question question, Edition edition) => question.Type switch
    {
        TicksType => Joined(form[$"{question.Code}.value"]),
        TableType table => Table(form, question.Code, table, edition),
        ChoiceType or NumberType or DateType or TextType => Text(form, $"{question.Code}.value"),
        _ => throw new UnreachableException(),
    };

    private static string? Text(IFormCollection form, string name) => form[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? Joined(IEnumerable<string?> ticked)
    {
        var text = string.Join(';', ticked.Where(option => !string.IsNullOrEmpty(option)));
        return text.Length > 0 ? text : null;
    }

    private static string? Table(IFormCollection form, string code, TableType table, Edition edition) =>
        Written(Enumerable.Range(0, table.MaximumRows).Select(row => table.Columns
            .Select(column => (column.Code, Text: Text(form, string.Create(CultureInfo.InvariantCulture, $"{code}.{row}.{column.Code}"))?.Trim(), column.Type))
            .Where(cell => cell.Text is not null)
            .ToDictionary(cell => cell.Code, cell => cell.Type == ColumnType.Country ? CountryNames.CodeOf(edition, cell.Text!) : cell.Text!, StringComparer.Ordinal)));

    private static string? Written(IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var written = new JsonArray([.. rows.Where(row => row.Count > 0).Select(row => new JsonObject(row.Select(cell => KeyValuePair.Create<string, JsonNode?>(cell.Key, cell.Value))))]);
        return written.Count > 0 ? written.ToJsonString(Readable) : null;
    }

    internal static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
