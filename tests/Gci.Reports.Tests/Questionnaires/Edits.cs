using System.Globalization;
using System.Xml.Linq;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires;
using Gci.Reports.Reading;
using Gci.Reports.Tests.Reading;

namespace Gci.Reports.Tests.Questionnaires;

/// <summary>Types into cells of a workbook as a person would, by changing its XML, whichever program wrote it.</summary>
internal static class Edits
{
    /// <summary>The workbook with texts typed into cells such as <c>Legal measures!D9</c>; null empties a cell.</summary>
    internal static byte[] Typed(byte[] workbook, params IEnumerable<(string Place, string? Text)> entries)
    {
        foreach (var sheet in entries.GroupBy(entry => entry.Place[..entry.Place.LastIndexOf('!')]))
        {
            workbook = Workbooks.With(workbook, PartOf(workbook, sheet.Key), xml =>
            {
                var root = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
                foreach (var (place, text) in sheet)
                {
                    Type(root, place[(place.LastIndexOf('!') + 1)..], text);
                }

                return root.ToString(SaveOptions.DisableFormatting);
            });
        }

        return workbook;
    }

    internal static string PartOf(byte[] workbook, string sheet)
    {
        using var package = WorkbookPackage.Open(workbook);
        return WorkbookParts.Of(package).Sheets.Single(one => one.Name == sheet).Part;
    }

    /// <summary>A cell to change so that the answer to a question becomes another one, and what to type there.</summary>
    internal static (string Place, string? Text) Any(Edition edition, ReturnedAnswer row, Random random)
    {
        var question = edition.Questionnaire!.Questions().Single(one => one.Code == row.Code);
        var fresh = "New " + RandomAnswers.Text(random);
        return row.Answer.IsNotApplicable && random.Next(2) == 0 ? (row.Places!.Reason, fresh)
            : row.Answer.IsNotApplicable || random.Next(3) == 0 ? (row.Places!.Comment, fresh)
            : question.Type switch
            {
                ChoiceType choice => (row.Places!.Value, Label(edition, question, choice, choice.Options.First(option => option.Code != row.Answer.Value), random)),
                TicksType ticks => Toggled(ticks, row),
                NumberType number => (row.Places!.Value, (row.Answer.Value == Of(number.Minimum) ? number.Minimum + 1 : number.Minimum).ToString(CultureInfo.InvariantCulture)),
                DateType => (row.Places!.Value, row.Answer.Value == "2001-02-03" ? "2001-02-04" : "2001-02-03"),
                TableType table => (Beside(row.Places!.Value, table.Columns.ToList().FindIndex(column => column.Type == ColumnType.Text)), fresh),
                _ => (row.Places!.Value, fresh),
            };
    }

    private static string Label(Edition edition, Question question, ChoiceType type, Option option, Random random)
    {
        string[] ways = [.. Editions.Translations.Languages.All.Select(language => edition.In(language).Option(question, option).Text), option.Code];
        return ways[random.Next(ways.Length)];
    }

    // Marks one that is not marked beside others, or takes a mark away; what stands alone gives way to a comment.
    private static (string, string?) Toggled(TicksType type, ReturnedAnswer row)
    {
        var ticked = (row.Answer.Value ?? "").Split(';');
        var other = type.Options.ToList().FindIndex(option => !option.IsExclusive && !ticked.Contains(option.Code));
        var alone = type.Options.Any(option => option.IsExclusive && ticked.Contains(option.Code));
        return alone || other < 0 ? (row.Places!.Comment, "New") : (Below(row.Places!.Value, other), "X");
    }

    internal static string Below(string place, int rows) => Moved(place, rows, 0);

    internal static string Beside(string place, int columns) => Moved(place, 0, columns);

    private static string Moved(string place, int rows, int columns)
    {
        var at = place.LastIndexOf('!') + 1;
        var (row, column) = SheetCell.Parse(place[at..])!.Value;
        return place[..at] + SheetCell.ReferenceOf(row + rows, column + columns);
    }

    private static string Of(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Type(XDocument sheet, string reference, string? text)
    {
        var ns = sheet.Root!.Name.Namespace;
        var cell = sheet.Descendants(ns + "c").Single(one => (string?)one.Attribute("r") == reference);
        cell.RemoveNodes();
        cell.SetAttributeValue("t", text is null ? null : "inlineStr");
        if (text is not null)
        {
            // The escape of the format, as every program writes it.
            var escaped = text.Replace("_x", "_x005F_x", StringComparison.Ordinal);
            cell.Add(new XElement(ns + "is", new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), escaped)));
        }
    }
}
