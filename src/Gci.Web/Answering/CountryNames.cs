using System.Text.Json;
using System.Text.Json.Nodes;
using Gci.Editions;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Answering;

/// <summary>Countries in a table: people read and type names, the answer holds codes.</summary>
public static class CountryNames
{
    /// <summary>The code of a country that was named in any language; what names none stays as it was typed.</summary>
    public static string CodeOf(Edition edition, string text)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(text);
        return edition.Countries.ContainsKey(text) ? text
            : edition.Countries.FirstOrDefault(country => country.Value.Names.Values.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)).Key
            ?? (edition.Countries.ContainsKey(text.Trim().ToUpperInvariant()) ? text.Trim().ToUpperInvariant() : text);
    }

    /// <summary>The same table with codes where countries are named; what is no such table stays.</summary>
    public static string? InCodes(Edition edition, Question question, string? value)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (value is null || question.Type is not TableType { Columns: var columns } || columns.All(column => column.Type != ColumnType.Country))
        {
            return value;
        }

        try
        {
            if (JsonNode.Parse(value) is not JsonArray rows)
            {
                return value;
            }

            foreach (var row in rows.OfType<JsonObject>())
            {
                foreach (var column in columns.Where(column => column.Type == ColumnType.Country && row[column.Code]?.GetValueKind() == JsonValueKind.String))
                {
                    row[column.Code] = CodeOf(edition, (string)row[column.Code]!);
                }
            }

            return rows.ToJsonString(FormAnswers.Readable);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return value; // the checks of the answer say what is wrong with it
        }
    }

    /// <summary>The name under a code; what is no code stays.</summary>
    public static string? NameOf(Edition edition, string? code, string language)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return code is not null && edition.Countries.TryGetValue(code, out var country) ? country.NameIn(language) : code;
    }
}
