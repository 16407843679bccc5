using System.Text;
using System.Text.Json;

namespace Gci.Editions.Answers;

/// <summary>
/// Reads answers from JSON: an array of objects with <c>country</c>, <c>code</c>, <c>answer</c> and, if wanted, <c>comment</c>. An answer is
/// a string, a number, an array of ticked options, or an array with an object for each row of a table.
/// </summary>
public static class AnswersJson
{
    /// <summary>The rows that can be read; whatever cannot is among the problems.</summary>
    public static IReadOnlyList<AnswerRow> Read(string path, Problems problems) =>
        InputFile.Bytes(path, problems) is { } content ? Read(path, content, problems) : [];

    /// <summary>The rows of a file that is already in memory.</summary>
    public static IReadOnlyList<AnswerRow> Read(string file, ReadOnlyMemory<byte> content, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (InputText.Utf8(file, content, problems) is not { } utf8)
        {
            return [];
        }

        var rows = new List<AnswerRow>();
        try
        {
            ReadArray(new JsonInput(file, utf8, problems), rows);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            problems.Add(file, line, FormattableString.Invariant($"This is not valid JSON at character {(e.BytePositionInLine ?? 0) + 1} of the line; nothing from here on was read."));
        }

        return rows;
    }

    private static void ReadArray(JsonInput input, List<AnswerRow> rows)
    {
        var reader = new Utf8JsonReader(input.Utf8.Span, new JsonReaderOptions { MaxDepth = 16 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            input.Problem(ref reader, "The file must be an array of objects: [{\"country\": …, \"code\": …, \"answer\": …}, …].");
            return;
        }

        var seen = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; seen++)
        {
            if (seen == InputFile.MostRows)
            {
                input.Problem(ref reader, "The file has more than 1,000,000 rows; nothing from here on was read.");
                return;
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                input.Problem(ref reader, "This is not an object with \"country\", \"code\" and \"answer\".");
                reader.Skip();
            }
            else if (Row(input, ref reader) is { } row)
            {
                rows.Add(row);
            }
        }

        if (seen == 0)
        {
            input.Problem(ref reader, "The array holds no answer.");
        }

        reader.Read();
    }

    private static AnswerRow? Row(JsonInput input, ref Utf8JsonReader reader)
    {
        var (line, isWhole) = (input.Line(ref reader), true);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (Name(input, ref reader, values) is not { } name)
            {
                isWhole = false;
                reader.Skip();
                continue;
            }

            reader.Read();
            values[name] = name == "answer" ? Answer(input, ref reader) : Word(input, ref reader, name);
            isWhole &= values[name] is not null;
        }

        foreach (var missing in AnswersCsv.Needed.Where(name => !values.ContainsKey(name)))
        {
            input.Problems.Add(input.File, line, $"\"{missing}\" is missing.");
            isWhole = false;
        }

        var comment = values.GetValueOrDefault("comment");
        return isWhole
            ? new(input.File, FormattableString.Invariant($"{line}"), values["country"]!, values["code"]!, values["answer"]!, comment is "" ? null : comment)
            : null;
    }

    private static string? Name(JsonInput input, ref Utf8JsonReader reader, Dictionary<string, string?> values)
    {
        if (input.Text(ref reader) is not { } name)
        {
            return null;
        }

        var mistake = !AnswersCsv.Needed.Contains(name) && !AnswersCsv.Optional.Contains(name)
            ? $"The name {Quoted.Text(name)} is not known; the names are country, code, answer and, if wanted, comment."
            : values.ContainsKey(name) ? $"\"{name}\" stands twice." : null;
        if (mistake is null)
        {
            return name;
        }

        input.Problem(ref reader, mistake);
        return null;
    }

    // Null means that a problem was reported; a comment that is null says nothing.
    private static string? Word(JsonInput input, ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.Null && name == "comment")
        {
            return "";
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            return input.Text(ref reader);
        }

        input.Problem(ref reader, $"\"{name}\" must be a text in quotation marks.");
        reader.Skip();
        return null;
    }

    private static string? Answer(JsonInput input, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return input.Text(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.StartArray:
                return List(input, ref reader);
            default:
                input.Problem(ref reader, reader.TokenType == JsonTokenType.Null
                    ? "The answer is null; leave the row out instead."
                    : "The answer must be a text, a number, an array of ticked options, or an array with an object for each row of a table.");
                reader.Skip();
                return null;
        }
    }

    private static string? List(JsonInput input, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var ahead = reader;
        if (ahead.Read() && ahead.TokenType == JsonTokenType.StartObject)
        {
            reader.Skip();
            return Encoding.UTF8.GetString(input.Utf8.Span[start..(int)reader.BytesConsumed]);
        }

        var ticked = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var option = reader.TokenType == JsonTokenType.String ? input.Text(ref reader) : null;
            if (option is null || option.Contains(';', StringComparison.Ordinal))
            {
                input.Problem(ref reader, "A ticked option must be the code of one option in quotation marks.");
                option = null;
                reader.Skip();
            }

            ticked.Add(option);
        }

        return ticked.Contains(null) ? null : string.Join(';', ticked);
    }
}
