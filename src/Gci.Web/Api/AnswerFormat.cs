using System.Text.Json.Serialization;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Api;

/// <summary>What kind of answer a question takes, and how it is written as text.</summary>
/// <param name="Kind">yes-partial-no or choice: the code of an option. choices: codes with semicolons between. number: digits with a decimal point. date: 2026-09-12. text. table: a JSON array of rows, each an object by the codes of the columns.</param>
public sealed record AnswerFormat(string Kind)
{
    /// <summary>The options of a choice; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OptionEntry>? Options { get; init; }

    /// <summary>The unit of a number; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Words? Unit { get; init; }

    /// <summary>The least number; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Minimum { get; init; }

    /// <summary>The greatest number; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Maximum { get; init; }

    /// <summary>How many decimals a number has at most; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Decimals { get; init; }

    /// <summary>How many characters a text has at most; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaximumLength { get; init; }

    /// <summary>The columns of a table; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ColumnEntry>? Columns { get; init; }

    /// <summary>How many rows a table has at most; left out for other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaximumRows { get; init; }
}

/// <summary>One option of a list.</summary>
/// <param name="Code">What an answer holds.</param>
/// <param name="Label">What people read.</param>
/// <param name="Exclusive">Whether it stands alone, such as "none of these".</param>
public sealed record OptionEntry(string Code, Words Label, bool Exclusive);

/// <summary>One column of a table.</summary>
/// <param name="Code">The key of its cells.</param>
/// <param name="Title">What people read.</param>
/// <param name="Type">What a cell holds.</param>
public sealed record ColumnEntry(string Code, Words Title, ColumnType Type);
