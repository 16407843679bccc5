using Gci.Editions.Answers;
using Gci.Editions.Changes;

namespace Gci.Reports.Changes;

/// <summary>What changed between two editions as a table: a line for each text, number or rule that differs; of a question at least one.</summary>
public static class ChangesCsv
{
    public static string Text(EditionComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var document = ChangesDocument.Of(comparison);
        var csv = new CsvText().Row("subject", "before", "after", "pillar", "kind", "field", "text_before", "text_after", "marked", "reason");
        foreach (var question in document.Questions)
        {
            Question(csv, question);
        }

        foreach (var weight in document.Weights.Where(weight => weight.PointsBefore != weight.PointsAfter))
        {
            csv.Row("weight", weight.CodeBefore ?? "", weight.CodeAfter ?? "", "", "", "points", Number(weight.PointsBefore), Number(weight.PointsAfter), "", "");
        }

        foreach (var tier in document.Tiers.Where(tier => (tier.NameBefore, tier.FromBefore) != (tier.NameAfter, tier.FromAfter)))
        {
            csv.Row("tier", tier.NameBefore is null ? "" : tier.Code, tier.NameAfter is null ? "" : tier.Code, "", "", "name", tier.NameBefore ?? "", tier.NameAfter ?? "", "", "");
            csv.Row("tier", tier.NameBefore is null ? "" : tier.Code, tier.NameAfter is null ? "" : tier.Code, "", "", "from", Number(tier.FromBefore), Number(tier.FromAfter), "", "");
        }

        Words(csv, "credit", document.Credits);
        Words(csv, "level", document.Levels);
        Words(csv, "paragraph", document.Method);
        Countries(csv, document);
        return csv.ToString();
    }

    private static void Question(CsvText csv, ChangedQuestion question)
    {
        var reason = string.Join(' ', question.Reasons.Select(one => $"{one.Edition}: {one.Text}"));
        IEnumerable<string> head = ["question", string.Join(' ', question.Before), string.Join(' ', question.After), question.Pillar, question.Kind.ToString()];
        if (question.Texts.Count == 0)
        {
            csv.Row([.. head, string.Join(' ', question.Changed), "", "", "", reason]);
        }

        foreach (var words in question.Texts)
        {
            csv.Row([.. head, words.What, words.Before, words.After, Marked(words), reason]);
        }
    }

    private static void Words(CsvText csv, string subject, IEnumerable<ChangedWords> all)
    {
        foreach (var words in all)
        {
            csv.Row(subject, words.Before.Length > 0 ? words.What : "", words.After.Length > 0 ? words.What : "", "", "", "text", words.Before, words.After, Marked(words), "");
        }
    }

    private static void Countries(CsvText csv, ChangesDocument document)
    {
        foreach (var (subject, group, joined, left) in document.Groups.Select(group => ("group", group.Code, group.Joined, group.Left)).Prepend(("country", "", document.CountriesJoined, document.CountriesLeft)))
        {
            foreach (var code in joined)
            {
                csv.Row(subject, "", code, "", "", group, "", "", "", "");
            }

            foreach (var code in left)
            {
                csv.Row(subject, code, "", "", "", group, "", "", "", "");
            }
        }
    }

    private static string Marked(ChangedWords words) => new TextChange([.. words.Parts]).ToString();

    private static string Number(double? number) => number is { } value ? CsvText.Number(value) : "";
}
