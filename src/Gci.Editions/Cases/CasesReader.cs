using System.Collections.Immutable;
using Gci.Editions.Yaml;

namespace Gci.Editions.Cases;

/// <summary>Reads <c>tests/cases/**/*.yaml</c>.</summary>
public static class CasesReader
{
    private const double UsualMargin = 1e-9;

    /// <summary>All cases below a folder, by file and line.</summary>
    public static IReadOnlyList<ScoreCase> Read(string folder, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
        {
            problems.Add(folder, 1, "There are no cases in this folder; a case file is a .yaml file.");
        }

        return [.. files.SelectMany(path => ReadFile(new(path, Path.GetRelativePath(Path.Combine(Path.GetFullPath(folder), ".."), path).Replace('\\', '/')), problems))];
    }

    private static ScoreCase[] ReadFile(SourceFile file, Problems problems)
    {
        if (YamlFile.Read(file, problems) is not { } map)
        {
            return [];
        }

        var edition = map.Text("edition");
        var cases = map.Maps("cases").Select(item => ReadCase(item, edition)).ToArray();
        if (cases.Length == 0)
        {
            map.Problem("cases", "\"cases\" is missing or empty.");
        }

        map.Done();
        return cases;
    }

    private static ScoreCase ReadCase(MapReader map, string edition)
    {
        var read = new ScoreCase(
            map.File, map.Line, map.Text("name"), edition, Texts(map, "answers"), Texts(map, "points"), Texts(map, "expected"), map.OptionalNumber("margin") ?? UsualMargin);
        if (read.Answers.IsEmpty == read.Points.IsEmpty)
        {
            map.Problem("name", "A case has either \"answers\" or \"points\".");
        }

        if (read.Expected.IsEmpty)
        {
            map.Problem("name", "A case says in \"expected\" what must come of it.");
        }

        map.Done();
        return read;
    }

    private static ImmutableArray<(string, string, int)> Texts(MapReader map, string key)
    {
        var texts = ImmutableArray.CreateBuilder<(string, string, int)>();
        foreach (var (name, value) in map.Map(key)?.Entries() ?? [])
        {
            if (value is YamlText text)
            {
                texts.Add((name.Text, text.Text, name.Line));
            }
            else
            {
                map.Problems.Add(map.File, value.Line, $"{name.Text} must have one value.");
            }
        }

        return texts.ToImmutable();
    }
}
