using System.Text.Json;
using Gci.Editions.Answers;

namespace Gci.Editions.Translations;

/// <summary>A text by its key, as somebody handed it in.</summary>
/// <param name="Line">Where it stands.</param>
public sealed record KeyedText(string Key, string Text, int Line)
{
    /// <summary>Reads one JSON object whose values are texts; what cannot be read is among the problems.</summary>
    public static IReadOnlyList<KeyedText> Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var texts = new List<KeyedText>();
        if (InputFile.Bytes(path, problems) is not { } content || InputText.Utf8(path, content, problems) is not { } utf8)
        {
            return texts;
        }

        try
        {
            ReadObject(new(path, utf8, problems), texts);
        }
        catch (JsonException e)
        {
            problems.Add(path, (int)(e.LineNumber ?? 0) + 1, "This is not valid JSON; nothing from here on was read.");
        }

        return texts;
    }

    private static void ReadObject(JsonInput input, List<KeyedText> texts)
    {
        var reader = new Utf8JsonReader(input.Utf8.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            input.Problem(ref reader, "The file must be one object of keys and texts: {\"LEG/title\": …, …}.");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (line, key) = (input.Line(ref reader), input.Text(ref reader));
            reader.Read();
            var text = reader.TokenType == JsonTokenType.String ? input.Text(ref reader) : null;
            if (text is null)
            {
                input.Problem(ref reader, "This must be a text in quotation marks.");
                reader.Skip();
            }
            else if (key is not null && seen.Add(key))
            {
                texts.Add(new(key, FreeText.WithLineEnds(text).Trim(), line));
            }
            else
            {
                input.Problem(ref reader, $"{Quoted.Text(key ?? "")} stands twice.");
            }
        }

        reader.Read();
    }
}
