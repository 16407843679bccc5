using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions.Yaml;

namespace Gci.Editions.Methodology;

/// <summary>The method in prose: chapters and numbered paragraphs that definitions, code and reports cite.</summary>
public sealed partial record MethodText(ImmutableArray<MethodChapter> Chapters)
{
    private readonly ImmutableHashSet<string> _numbers = [.. Chapters.SelectMany(chapter => chapter.Paragraphs.Select(paragraph => paragraph.Number))];

    public bool Has(string number) => _numbers.Contains(number);

    internal static MethodText Read(SourceFile file, Problems problems)
    {
        var chapters = new List<(string Title, List<MethodParagraph> Paragraphs)>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = file.Text(problems)?.ReplaceLineEndings("\n").Split('\n') ?? [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                chapters.Add((lines[i][3..].Trim(), []));
            }
            else if (Numbered().Match(lines[i]) is { Success: true } match && chapters.Count > 0)
            {
                var number = match.Groups[1].Value;
                if (!seen.TryAdd(number, i + 1))
                {
                    problems.Add(file.Name, i + 1, $"Paragraph {number} stands twice; it first stood on line {seen[number]}.");
                }

                chapters[^1].Paragraphs.Add(new(number, match.Groups[2].Value.Trim()));
            }
        }

        if (seen.Count == 0 && file.Exists)
        {
            problems.Add(file.Name, 1, "There is no numbered paragraph; write them as \"2.1 Every answer …\" below a heading \"## 2 …\".");
        }

        return new([.. chapters.Select(chapter => new MethodChapter(chapter.Title, [.. chapter.Paragraphs]))]);
    }

    /// <summary>The number of a paragraph that a definition cites; a problem where there is no such paragraph.</summary>
    internal string Cited(MapReader map, string key)
    {
        var number = map.Text(key);
        if (number.Length > 0 && !Has(number))
        {
            map.Problem(key, $"method.md has no paragraph {number}.");
        }

        return number;
    }

    [GeneratedRegex(@"^(\d+\.\d+) (.+)$")]
    private static partial Regex Numbered();
}

public sealed record MethodChapter(string Title, ImmutableArray<MethodParagraph> Paragraphs);

public sealed record MethodParagraph(string Number, string Text);
