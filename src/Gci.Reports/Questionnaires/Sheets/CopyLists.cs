using ClosedXML.Excel;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>The very hidden sheet: what the copy is, the revision and fingerprint of each answer, and the lists to choose from.</summary>
internal sealed class CopyLists(IXLWorksheet page, InterfaceTexts texts)
{
    private const int FirstColumn = 5;
    private const int LongestMessage = 250;
    private readonly Dictionary<string, IXLRange> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Sheet, string List), IXLDataValidation> _rules = [];
    private int _row;

    /// <summary>A fact in the next row, read again when the workbook comes back.</summary>
    internal void Fact(string name, params ReadOnlySpan<string> values)
    {
        _row++;
        page.Cell(_row, 1).SetValue<string>(name);
        for (var index = 0; index < values.Length; index++)
        {
            page.Cell(_row, index + 2).SetValue<string>(values[index]);
        }
    }

    /// <summary>Lets cells take one of these texts only. A list inside the rule could have 255 characters, and no comma in a text.</summary>
    internal void Offer(IXLRange cells, IReadOnlyList<string> items, string message)
    {
        var key = string.Join('\u0001', items);
        if (_rules.TryGetValue((cells.Worksheet.Name, key), out var rule))
        {
            rule.AddRange(cells);
            return;
        }

        rule = cells.SetDataValidation();
        rule.List(List(key, items), inCellDropdown: true);
        _rules[(cells.Worksheet.Name, key)] = Explain(rule, message);
    }

    /// <summary>Has the program say what is wrong with an entry.</summary>
    internal IXLDataValidation Explain(IXLDataValidation rule, string message)
    {
        rule.IgnoreBlanks = true;
        rule.ShowErrorMessage = true;
        rule.ErrorStyle = XLErrorStyle.Stop;
        rule.ErrorTitle = Short(texts["workbook.wrong-entry"], 32);
        rule.ErrorMessage = Short(message, LongestMessage);
        return rule;
    }

    private IXLRange List(string key, IReadOnlyList<string> items)
    {
        if (!_lists.TryGetValue(key, out var range))
        {
            var column = FirstColumn + _lists.Count;
            for (var row = 0; row < items.Count; row++)
            {
                page.Cell(row + 1, column).SetValue<string>(SheetText.Of(items[row]));
            }

            _lists[key] = range = page.Range(1, column, items.Count, column);
        }

        return range;
    }

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
