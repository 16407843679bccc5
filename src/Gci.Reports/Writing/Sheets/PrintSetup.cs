using ClosedXML.Excel;

namespace Gci.Reports.Writing.Sheets;

/// <summary>How a sheet prints: A4, one page wide, its head on each page, the notice above, title and page number below.</summary>
internal static class PrintSetup
{
    private const double WidestPortrait = 95;
    private const int LongestPart = 100;

    public static void Apply(IXLWorksheet page, string title, string? notice, double width, int? head)
    {
        var print = page.PageSetup;
        print.PaperSize = XLPaperSize.A4Paper;
        print.PageOrientation = width > WidestPortrait ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        print.PagesWide = 1;
        print.PagesTall = 0;
        print.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.8).SetBottom(0.8).SetHeader(0.35).SetFooter(0.35);
        print.CenterHorizontally = true;
        if (head is { } row)
        {
            print.SetRowsToRepeatAtTop(row, row);
        }

        if (notice is not null)
        {
            print.Header.Center.AddText(Escaped(notice));
        }

        print.Footer.Left.AddText(Escaped(title) + (notice is null ? "" : "\n" + Escaped(notice)));
        print.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        print.Footer.Right.AddText(" / ");
        print.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    /// <summary>An ampersand begins a code in a footer, and Excel allows 255 characters for the three parts of one.</summary>
    private static string Escaped(string text)
    {
        var plain = PlainText.Of(text).ReplaceLineEndings(" ");
        return (plain.Length <= LongestPart ? plain : plain[..LongestPart] + "…").Replace("&", "&&", StringComparison.Ordinal);
    }
}
