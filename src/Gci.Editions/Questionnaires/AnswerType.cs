using System.Collections.Immutable;

namespace Gci.Editions.Questionnaires;

/// <summary>What kind of answer a question takes.</summary>
public abstract record AnswerType
{
    private protected AnswerType()
    {
    }

    /// <summary>The name by which definitions choose it.</summary>
    public abstract string Name { get; }
}

/// <summary>A kind of answer that is picked from a list.</summary>
public abstract record OptionsType(ImmutableArray<Option> Options) : AnswerType;

/// <summary>One option of a list.</summary>
/// <param name="Code">Stands in answers and conditions, such as <c>annual</c>.</param>
/// <param name="Label">What respondents read.</param>
/// <param name="IsExclusive">Whether it stands alone, such as "none of these".</param>
public sealed record Option(string Code, string Label, bool IsExclusive = false);

/// <summary>One option is chosen; yes, partial or no is the commonest list.</summary>
public sealed record ChoiceType(ImmutableArray<Option> Options, bool IsYesPartialNo = false) : OptionsType(Options)
{
    /// <summary>Yes; partial, a draft in an advanced stage; no.</summary>
    public static ChoiceType YesPartialNo { get; } =
        new([new("yes", "Yes"), new("partial", "Partial: a draft in an advanced stage"), new("no", "No")], IsYesPartialNo: true);

    public override string Name => IsYesPartialNo ? "yes-partial-no" : "choice";
}

/// <summary>Any options are ticked.</summary>
public sealed record TicksType(ImmutableArray<Option> Options) : OptionsType(Options)
{
    public override string Name => "choices";
}

/// <summary>A number in [<paramref name="Minimum"/>, <paramref name="Maximum"/>] with at most so many decimals.</summary>
public sealed record NumberType(string Unit, double Minimum, double Maximum, int Decimals) : AnswerType
{
    public override string Name => "number";
}

/// <summary>A day, written as 2024-09-12.</summary>
public sealed record DateType : AnswerType
{
    public override string Name => "date";
}

/// <summary>Free text of at most so many characters.</summary>
public sealed record TextType(int MaximumLength) : AnswerType
{
    public override string Name => "text";
}

/// <summary>A table that the respondent fills row by row, such as a list of agreements.</summary>
public sealed record TableType(ImmutableArray<TableColumn> Columns, int MaximumRows) : AnswerType
{
    public override string Name => "table";
}

public sealed record TableColumn(string Code, string Title, ColumnType Type);

/// <summary>What the cells of a column hold.</summary>
public enum ColumnType
{
    Text,
    Number,
    Date,
    Country,
}
