using ClosedXML.Excel;
using Gci.Reports.Writing.Sheets;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>How the sheets of a copy print, and what of them is locked.</summary>
internal static class CopyPrint
{
    internal static void Apply(IXLWorksheet page, QuestionnaireCopy copy, double width, int? head) =>
        PrintSetup.Apply(page, Title(copy), notice: null, width, head);

    /// <summary>Everything but the answer cells, without a password: against mistakes, not against anybody's will.</summary>
    internal static void Lock(IXLWorksheet page) => page.Protect().AllowElement(
        XLSheetProtectionElements.SelectLockedCells | XLSheetProtectionElements.SelectUnlockedCells
        | XLSheetProtectionElements.FormatColumns | XLSheetProtectionElements.FormatRows);

    internal static string Title(QuestionnaireCopy copy) => copy.Texts.Say(
        "workbook.title", ("edition", copy.Edition.Title), ("country", copy.Country.NameIn(copy.Wording.Language)));
}
