using System.Collections.Immutable;

namespace Gci.Reports.Blocks;

/// <summary>A table. Rows have one cell a column. <paramref name="Title"/> is its caption and names it for screen readers.</summary>
public sealed record Table(string Title, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Cell>> Rows) : Block;

/// <summary>A column: its head, how wide it is in characters of the body font, and how its cells are set.</summary>
public sealed record Column(string Title, double Width, Align Align = Align.Start);

/// <summary>Where a cell's text stands; start and end follow the reading direction.</summary>
public enum Align
{
    Start,
    Centre,
    End,
}

/// <summary>A cell keeps its value, so that a workbook gets a number and a page gets a rounded text.</summary>
public abstract record Cell;

public sealed record TextCell(string Text) : Cell;

/// <summary>A number with the decimals it is shown with; null is an empty cell.</summary>
public sealed record NumberCell(double? Value, int Decimals) : Cell;

/// <summary>A tier, drawn in the tier's colour with its code; null where there is none.</summary>
public sealed record TierCell(string? Code) : Cell;
