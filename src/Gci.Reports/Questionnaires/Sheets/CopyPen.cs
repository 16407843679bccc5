using ClosedXML.Excel;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>Writes one sheet row by row, each with its key in the hidden first column and as high as its texts need.</summary>
internal sealed class CopyPen
{
    private const double Line = 15;
    private const double Lowest = 19;
    private const double Highest = 400;

    private readonly QuestionnaireCopy _copy;
    private readonly CopyLooks _looks;

    internal CopyPen(IXLWorksheet page, QuestionnaireCopy copy, CopyLooks looks, string mark, params ReadOnlySpan<double> widths)
    {
        (Page, _copy, _looks) = (page, copy, looks);
        page.RightToLeft = copy.Wording.IsRightToLeft;
        page.ShowGridLines = false;
        page.Column(1).Hide();
        for (var index = 0; index < widths.Length; index++)
        {
            page.Column(index + 2).Width = widths[index];
        }

        Begin(mark);
    }

    internal IXLWorksheet Page { get; }

    /// <summary>The row being written, from 1.</summary>
    internal int Row { get; private set; }

    /// <summary>Begins the next row.</summary>
    internal void Begin(string key, double lowest = Lowest)
    {
        Row++;
        Page.Cell(Row, 1).SetValue<string>(key);
        Page.Row(Row).Height = lowest;
    }

    /// <summary>A low row that keeps two others apart.</summary>
    internal void Gap() => Begin(RowKeys.Fixed, 9);

    internal IXLCell Put(int column, string text, Look look, bool isFallback = false)
    {
        var cell = Page.Cell(Row, column);
        cell.SetValue<string>(SheetText.Of(text));
        _looks.Apply(cell, look, isFallback);
        if (look != Look.Title)
        {
            Raise(text, column, look is Look.Help or Look.Label ? 1.1 : 1);
        }

        return cell;
    }

    /// <summary>A text of the edition, marked where it is not in the language of the copy.</summary>
    internal void Put(int column, Phrase phrase, Look look) => Put(column, _copy.Marked(phrase), look, phrase.IsFallback);

    /// <summary>Empty cells with the look of their row, so that its colour goes all the way.</summary>
    internal void Fill(int from, int to, Look look)
    {
        for (var column = from; column <= to; column++)
        {
            _looks.Apply(Page.Cell(Row, column), look);
        }
    }

    /// <summary>A cell to type in, with what is there already.</summary>
    internal IXLCell Input(int column, string? text, Look look = Look.Answer)
    {
        var cell = Page.Cell(Row, column);
        if (text is not null)
        {
            cell.SetValue<string>(SheetText.Of(text));
            Raise(text, column);
        }

        _looks.Apply(cell, look);
        return cell;
    }

    internal IXLCell Input(int column, double number)
    {
        var cell = Page.Cell(Row, column);
        cell.SetValue(number);
        _looks.Apply(cell, Look.Number);
        return cell;
    }

    internal IXLCell Input(int column, DateOnly day)
    {
        var cell = Page.Cell(Row, column);
        cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
        _looks.Apply(cell, Look.Day);
        return cell;
    }

    // Not every program makes a row as tall as its wrapped text on opening.
    private void Raise(string text, int column, double smaller = 1)
    {
        var needed = Math.Min(Highest, (SheetText.Lines(text, Page.Column(column).Width * smaller) * Line / smaller) + 4);
        if (Page.Row(Row).Height < needed)
        {
            Page.Row(Row).Height = needed;
        }
    }
}
