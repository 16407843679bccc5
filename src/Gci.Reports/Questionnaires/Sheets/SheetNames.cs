using Gci.Editions.Questionnaires;

namespace Gci.Reports.Questionnaires.Sheets;

/// <summary>The names of sheets: at most 31 characters, none of those that Excel forbids, none twice.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { Hidden, "History" };
    private readonly Dictionary<string, string> _ofPillar = new(StringComparer.Ordinal);

    internal SheetNames(QuestionnaireCopy copy)
    {
        ReadMe = Free(copy.Texts["workbook.read-me"]);
        foreach (var section in copy.Edition.Questionnaire!.Sections)
        {
            _ofPillar[section.Pillar] = Free(copy.Wording.Pillar(section.Pillar).Text);
        }
    }

    /// <summary>The name of the very hidden sheet.</summary>
    internal const string Hidden = "gci";

    internal string ReadMe { get; }

    internal string Of(Section section) => _ofPillar[section.Pillar];

    /// <summary>A table's sheet is named by the code of its question.</summary>
    internal static string Of(Question table) => table.Code.Length <= Longest ? table.Code : table.Code[^Longest..];

    private string Free(string wanted)
    {
        var plain = string.Concat(wanted.Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) ? ' ' : letter)).Trim().Trim('\'');
        var name = Cut(plain.Length == 0 ? "-" : plain, Longest);
        for (var number = 2; !_taken.Add(name); number++)
        {
            var ending = FormattableString.Invariant($" {number}");
            name = Cut(plain, Longest - ending.Length) + ending;
        }

        return name;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd();
}
