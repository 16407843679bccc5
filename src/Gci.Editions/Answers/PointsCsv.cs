using System.Collections.Immutable;

namespace Gci.Editions.Answers;

/// <summary>Reads points from CSV: the column <c>iso3</c> and one for each pillar, in any order.</summary>
public static class PointsCsv
{
    /// <summary>The table. All or nothing: without a row if anything is among the problems.</summary>
    /// <param name="pillars">The pillars' variables, which are the names of the columns, and the most points that each can give.</param>
    /// <param name="countries">The edition's countries by their codes of three letters.</param>
    public static PointsTable Read(
        string path, IReadOnlyList<(string Variable, double Maximum)> pillars, IReadOnlySet<string> countries, Problems problems) =>
        InputFile.Bytes(path, problems) is { } content ? Read(path, content, pillars, countries, problems) : Empty(pillars);

    /// <summary>The table of a file that is already in memory.</summary>
    public static PointsTable Read(
        string file, ReadOnlyMemory<byte> content, IReadOnlyList<(string Variable, double Maximum)> pillars, IReadOnlySet<string> countries, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(pillars);
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(problems);
        if (CsvTable.Read(file, content, ["iso3", .. pillars.Select(pillar => pillar.Variable)], [], problems) is not { } table)
        {
            return Empty(pillars);
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var points = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var country = table[row, "iso3"];
            if (CountryCodes.Mistake(country, countries) is { } sentence)
            {
                problems.Add(file, row.Line, sentence);
            }

            if (!first.TryAdd(country, row.Line))
            {
                problems.Add(file, row.Line, FormattableString.Invariant($"The country {Quoted.Text(country)} stands twice; it was first on line {first[country]}."));
            }

            points[country] = [.. pillars.Select(pillar => Points(file, row.Line, pillar, table[row, pillar.Variable], problems))];
            if (pillars.All(pillar => table[row, pillar.Variable].Length == 0))
            {
                problems.Add(file, row.Line, "This row has no points; leave it out, or give those of one pillar at least.");
            }
        }

        return problems.Any ? Empty(pillars) : Empty(pillars) with { Points = points.ToImmutable() };
    }

    private static PointsTable Empty(IReadOnlyList<(string Variable, double Maximum)> pillars) =>
        new([.. pillars.Select(pillar => pillar.Variable)], ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal));

    private static double Points(string file, int line, (string Variable, double Maximum) pillar, string text, Problems problems)
    {
        if (text.Length == 0)
        {
            return double.NaN;
        }

        var sentence = PlainNumber.Read(text) switch
        {
            null => $"\"{pillar.Variable}\" is {Quoted.Text(text)}; {PlainNumber.Rule}.",
            var (number, _) when number < 0 || number > pillar.Maximum =>
                FormattableString.Invariant($"\"{pillar.Variable}\" is {text}; the pillar has between 0 and {pillar.Maximum} points."),
            _ => null,
        };
        if (sentence is not null)
        {
            problems.Add(file, line, sentence);
        }

        return PlainNumber.Read(text)?.Number ?? double.NaN;
    }
}
