using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gci.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gci.Web.Moving;

/// <summary>
/// A row as one line of JSON: its key first, then all other columns by name. The columns are those of the database model, so that none can be
/// forgotten; both databases give the same line.
/// </summary>
internal static class RowText
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static string Of(IEntityType type, object row) => Line(Columns(type).Select(column => (column.Name, column.GetGetter().GetClrValue(row))));

    internal static string Line(IEnumerable<(string Name, object? Value)> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_plain))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                json.WritePropertyName(name);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A new row that is added to the database with the next save.</summary>
    /// <exception cref="DamagedArchiveException">The line does not have exactly the columns of the table.</exception>
    internal static void Add(GciDb db, IEntityType type, string line)
    {
        var fields = Fields(line);
        var columns = Columns(type).ToList();
        if (!columns.Select(column => column.Name).SequenceEqual(fields.Keys))
        {
            throw new DamagedArchiveException($"A row of {type.GetTableName()} has other columns than this version of the program: {string.Join(", ", columns.Select(column => column.Name).Except(fields.Keys).Concat(fields.Keys.Except(columns.Select(column => column.Name))))}.");
        }

        var entry = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var column in columns)
        {
            entry.Property(column.Name).CurrentValue = Read(fields[column.Name], column.ClrType);
        }

        entry.State = EntityState.Added;
    }

    /// <summary>The fields of a line in their order.</summary>
    internal static OrderedDictionary<string, JsonElement> Fields(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var fields = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var field in json.RootElement.EnumerateObject())
            {
                fields.Add(field.Name, field.Value.Clone());
            }

            return fields;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new DamagedArchiveException("A line is not a row.");
        }
    }

    internal static object? Read(JsonElement value, Type type)
    {
        try
        {
            var kind = Nullable.GetUnderlyingType(type) ?? type;
            return value.ValueKind == JsonValueKind.Null ? null
                : kind == typeof(string) ? value.GetString()
                : kind == typeof(Guid) ? value.GetGuid()
                : kind == typeof(int) ? value.GetInt32()
                : kind == typeof(long) ? value.GetInt64()
                : kind == typeof(bool) ? value.GetBoolean()
                : kind == typeof(DateTimeOffset) ? DateTimeOffset.ParseExact(value.GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : kind.IsEnum ? Enum.Parse(kind, value.GetString()!)
                : throw new UnreachableException();
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new DamagedArchiveException($"{value.GetRawText()} is no value of its column.");
        }
    }

    private static IEnumerable<IProperty> Columns(IEntityType type) =>
        type.GetProperties().OrderBy(column => type.FindPrimaryKey()!.Properties is var key && key.Contains(column) ? key.IndexOf(column) : key.Count)
            .ThenBy(column => column.Name, StringComparer.Ordinal);

    private static int IndexOf(this IReadOnlyList<IProperty> columns, IProperty column) => columns.TakeWhile(found => found != column).Count();

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case Guid id: json.WriteStringValue(id); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case bool isTrue: json.WriteBooleanValue(isTrue); break;
            case DateTimeOffset time: json.WriteStringValue(time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)); break;
            case Enum word: json.WriteStringValue(word.ToString()); break;
            default: throw new UnreachableException($"No column of the database is a {value.GetType()}.");
        }
    }
}
