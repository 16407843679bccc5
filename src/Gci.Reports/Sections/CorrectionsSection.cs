using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;

namespace Gci.Reports.Sections;

/// <summary>What was corrected since the results were first published; nothing where nothing was.</summary>
internal static class CorrectionsSection
{
    internal static IEnumerable<Block> Build(Publication publication)
    {
        if (publication.Snapshot is not { Corrections: { IsEmpty: false } corrections })
        {
            yield break;
        }

        yield return new Heading(2, "Corrections");
        yield return new Paragraph("These results replace those that were published before.");
        yield return new Table(
            "What was corrected",
            [new("Date", 14), new("Snapshot", 10, Align.End), new("Correction", 66)],
            [
                .. corrections.Select(correction => (ImmutableArray<Cell>)
                [
                    new TextCell(AnswerWording.Day(correction.Date, Languages.Source)),
                    new TextCell(correction.Number.ToString(CultureInfo.InvariantCulture)),
                    new TextCell(correction.Note),
                ]),
            ]);
    }
}
