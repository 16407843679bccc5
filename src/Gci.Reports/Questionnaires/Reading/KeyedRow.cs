using Gci.Reports.Reading;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>A row that says in its hidden first cell what it is for.</summary>
/// <param name="Sheet">The name of the sheet as it may be shown in a problem.</param>
/// <param name="Cells">The cells with content by column, from 1.</param>
internal sealed record KeyedRow(string Key, string Sheet, int Row, Dictionary<int, SheetCell> Cells)
{
    /// <summary>The code of the question that the row belongs to.</summary>
    internal string Question => Key.Split('/')[0];

    internal string Place(int column) => $"{Sheet}!{SheetCell.ReferenceOf(Row, column)}";
}
