using System.Collections.Immutable;
using System.Globalization;
using Gci.Scoring.Elicitation;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>ballots/EXPERT.csv</c> with the columns <c>code,points</c>: one expert's budget allocation, written by us and never quoted.</summary>
internal static class BallotsReader
{
    internal static IReadOnlyList<Ballot> Read(DefinitionFolder folder, Problems problems) =>
        [.. folder.Names("*.csv").Select(name => Read(folder.File(name), Path.GetFileNameWithoutExtension(name), problems))];

    private static Ballot Read(SourceFile file, string expert, Problems problems)
    {
        var points = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var lines = (file.Text(problems) ?? "").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != "code,points")
        {
            problems.Add(file.Name, 1, "The first line must be: code,points");
            return new(expert, points.ToImmutable());
        }

        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Split(',') is not [var code, var number] || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                problems.Add(file.Name, i + 1, "A line is a code, a comma and a number of at least 0.");
            }
            else if (!points.TryAdd(code, value))
            {
                problems.Add(file.Name, i + 1, $"{code} stands twice.");
            }
        }

        return new(expert, points.ToImmutable());
    }
}
