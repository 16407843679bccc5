using System.Diagnostics;
using ClosedXML.Excel;
using Gci.Reports.Writing;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>How a cell of a questionnaire's workbook looks.</summary>
internal enum Look
{
    Title,
    Note,
    Head,
    Group,
    QuestionHead,
    Question,
    Help,
    Wanted,
    Condition,
    Label,
    Plain,
    Link,
    Answer,
    Number,
    Day,
    Mark,
}

/// <summary>The looks of one workbook. Each is made once and then copied, as building a style anew for every cell is slow.</summary>
internal sealed class CopyLooks(bool isRightToLeft)
{
    private const string Input = "#fff8dc";
    private readonly Dictionary<(Look Look, bool IsFallback), IXLStyle> _made = [];

    internal void Apply(IXLCell cell, Look look, bool isFallback = false)
    {
        if (_made.TryGetValue((look, isFallback), out var style))
        {
            cell.Style = style;
            return;
        }

        cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        Make(cell.Style, look);
        if (isRightToLeft && look is not (Look.Answer or Look.Number or Look.Day or Look.Mark))
        {
            cell.Style.Alignment.SetReadingOrder(isFallback ? XLAlignmentReadingOrderValues.LeftToRight : XLAlignmentReadingOrderValues.RightToLeft);
        }

        if (isFallback)
        {
            cell.Style.Font.SetItalic();
        }

        _made[(look, isFallback)] = cell.Style;
    }

    private static void Make(IXLStyle style, Look look)
    {
        switch (look)
        {
            case Look.Title:
                Font(style, Palette.Navy, 16, isBold: true).Alignment.SetWrapText(false);
                break;
            case Look.Note or Look.Plain:
                Font(style, Palette.Ink, 11);
                break;
            case Look.Head:
                Filled(Font(style, Palette.White, 11, isBold: true), Palette.Navy).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
                break;
            case Look.Group:
                Filled(Font(style, Palette.White, 12, isBold: true), Palette.Teal);
                break;
            case Look.QuestionHead:
                Filled(Font(style, Palette.Navy, 11, isBold: true), Palette.Tint);
                break;
            case Look.Question:
                Font(style, Palette.Ink, 11, isBold: true);
                break;
            case Look.Help or Look.Label:
                Font(style, Palette.Muted, 10);
                break;
            case Look.Wanted:
                Filled(Font(style, Palette.Navy, 10), Palette.Tint);
                break;
            case Look.Condition:
                Font(style, Palette.Teal, 10, isBold: true);
                break;
            case Look.Link:
                Font(style, Palette.Teal, 11).Font.SetUnderline();
                break;
            case Look.Answer or Look.Number or Look.Day or Look.Mark:
                MakeInput(style, look);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // Text cells have the format of text, so that a program does not make a number, a day or a formula of what is typed.
    private static void MakeInput(IXLStyle style, Look look)
    {
        Filled(Font(style, Palette.Ink, 11), Input).Protection.SetLocked(false);
        style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(XLColor.FromHtml(Palette.Reference));
        style.NumberFormat.Format = look switch
        {
            Look.Number => "General",
            Look.Day => "yyyy-mm-dd",
            _ => "@",
        };
        style.IncludeQuotePrefix = look == Look.Answer;
        style.Alignment.SetHorizontal(look == Look.Mark ? XLAlignmentHorizontalValues.Center : XLAlignmentHorizontalValues.General);
        style.Alignment.SetReadingOrder(XLAlignmentReadingOrderValues.ContextDependent);
    }

    private static IXLStyle Font(IXLStyle style, string colour, double size, bool isBold = false) =>
        style.Font.SetFontColor(XLColor.FromHtml(colour)).Font.SetFontSize(size).Font.SetBold(isBold);

    private static IXLStyle Filled(IXLStyle style, string colour) => style.Fill.SetBackgroundColor(XLColor.FromHtml(colour));
}
