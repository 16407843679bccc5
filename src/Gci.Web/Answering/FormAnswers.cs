using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Answering;

/// <summary>Reads answers from a plain form. Every field is named after its question: <c>LEG-1.1.value</c>, <c>LEG-1.1.comment</c>.</summary>
public static class FormAnswers
{
    /// <summary>What the form wants the answer to be.</summary>
    public static AnswerDraft Draft(IFormCollection form, Question question)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(question);
        var code = question.Code;
        var isNotApplicable = form.ContainsKey($"{code}.na");
        return new(
            Value(form, question), isNotApplicable, Text(form, $"{code}.reason"), Text(form, $"{code}.comment"));
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

    private static string? Value(IFormCollection form, Question question) => question.Type switch
    {
        TicksType => Joined(form[$"{question.Code}.value"]),
        TableType table => Table(form, question.Code, table),
        ChoiceType or NumberType or DateType or TextType => Text(form, $"{question.Code}.value"),
        _ => throw new UnreachableException(),
    };

    private static string? Text(IFormCollection form, string name) => form[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? Joined(IEnumerable<string?> ticked)
    {
        var text = string.Join(';', ticked.Where(option => !string.IsNullOrEmpty(option)));
        return text.Length > 0 ? text : null;
    }

    private static string? Table(IFormCollection form, string code, TableType table)
    {
        var rows = new JsonArray();
        for (var row = 0; row < table.MaximumRows; row++)
        {
            var cells = new JsonObject();
            foreach (var column in table.Columns)
            {
                if (Text(form, string.Create(CultureInfo.InvariantCulture, $"{code}.{row}.{column.Code}")) is { } cell)
                {
                    cells[column.Code] = cell.Trim();
                }
            }

            if (cells.Count > 0)
            {
                rows.Add(cells);
            }
        }

        return rows.Count > 0 ? rows.ToJsonString(s_readable) : null;
    }

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
