using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions.Yaml;

namespace Gci.Editions.Questionnaires;

/// <summary>Reads a question's <c>type</c> and the keys that belong to it.</summary>
internal static partial class AnswerTypeReader
{
    private static readonly Dictionary<string, Func<MapReader, AnswerType>> s_types = new()
    {
        ["yes-partial-no"] = _ => ChoiceType.YesPartialNo,
        ["choice"] = map => new ChoiceType(Options(map)),
        ["choices"] = map => new TicksType(Options(map)),
        ["number"] = Number,
        ["date"] = _ => new DateType(),
        ["text"] = Text,
        ["table"] = Table,
    };

    private static readonly Dictionary<string, ColumnType> s_columns = new()
    {
        ["text"] = ColumnType.Text,
        ["number"] = ColumnType.Number,
        ["date"] = ColumnType.Date,
        ["country"] = ColumnType.Country,
    };

    /// <summary>The word that a definition has for what a column holds.</summary>
    internal static string WordOf(ColumnType value) => s_columns.First(pair => pair.Value == value).Key;

    internal static AnswerType Read(MapReader map) => map.OneOf("type", s_types)(map);

    private static ImmutableArray<Option> Options(MapReader map)
    {
        var options = map.Maps("options").Select(Option).ToImmutableArray();
        if (options.Length < 2)
        {
            map.Problem("options", "\"options\" needs at least two options.");
        }

        foreach (var twice in options.GroupBy(option => option.Code).Where(group => group.Count() > 1))
        {
            map.Problem("options", $"The option \"{twice.Key}\" stands twice.");
        }

        if (options.Length > 52)
        {
            map.Problem("options", "A question has at most 52 options.");
        }

        return options;
    }

    private static Option Option(MapReader map)
    {
        var option = new Option(map.Text("code"), map.Text("label"), map.Flag("exclusive", otherwise: false));
        if (option.Code.Length > 0 && !Word().IsMatch(option.Code))
        {
            map.Problem("code", $"The option \"{option.Code}\" must be small letters, digits and hyphens, beginning with a letter.");
        }

        map.Done();
        return option;
    }

    private static NumberType Number(MapReader map)
    {
        var type = new NumberType(map.Text("unit"), map.Number("min"), map.Number("max"), map.OptionalInteger("decimals") ?? 0);
        if (type.Maximum <= type.Minimum || type.Decimals is < 0 or > 9)
        {
            map.Problem("max", "\"max\" must be above \"min\", and \"decimals\" lie between 0 and 9.");
        }

        return type;
    }

    private static TextType Text(MapReader map)
    {
        var type = new TextType(map.OptionalInteger("max-length") ?? 2000);
        if (type.MaximumLength < 1)
        {
            map.Problem("max-length", "\"max-length\" is at least 1.");
        }

        return type;
    }

    private static TableType Table(MapReader map)
    {
        var columns = map.Maps("columns").Select(Column).ToImmutableArray();
        if (columns.IsEmpty || columns.DistinctBy(column => column.Code).Count() != columns.Length)
        {
            map.Problem("columns", "A table needs at least one column, each with a code of its own.");
        }

        var rows = map.OptionalInteger("max-rows") ?? 50;
        if (rows is < 1 or > 1000)
        {
            map.Problem("max-rows", "\"max-rows\" lies between 1 and 1,000.");
        }

        return new(columns, rows);
    }

    private static TableColumn Column(MapReader map)
    {
        var column = new TableColumn(map.Text("code"), map.Text("title"), map.OneOf("type", s_columns));
        map.Done();
        return column;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Word();
}
