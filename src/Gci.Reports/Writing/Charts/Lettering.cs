using System.Text;

namespace Gci.Reports.Writing.Charts;

/// <summary>Estimates how wide a text runs, on the generous side, and breaks it into lines.</summary>
internal static class Lettering
{
    public static double Width(string text, double size, bool bold = false) =>
        text.EnumerateRunes().Sum(Share) * size * (bold ? 1.06 : 1);

    /// <summary>Breaks at spaces and after hyphens; what does not fit in <paramref name="lines"/> lines ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width, int lines)
    {
        var result = new List<string> { "" };
        foreach (var word in Words(PlainText.Of(text)))
        {
            if (result[^1].Length > 0 && Width(result[^1] + word.TrimEnd(), size) > width)
            {
                result.Add("");
            }

            result[^1] += word;
        }

        var kept = result.Take(lines).Select(line => line.Trim()).ToList();
        kept[^1] = result.Count > lines ? kept[^1] + "…" : kept[^1];
        return [.. kept.Select(line => Shortened(line, size, width * 1.08))];
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            word.Append(letter);
            if (letter is ' ' or '-')
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        yield return word.ToString();
    }

    private static string Shortened(string line, double size, double width)
    {
        if (Width(line, size) <= width)
        {
            return line;
        }

        var runes = line.EnumerateRunes().ToList();
        while (runes.Count > 1 && Width(string.Concat(runes) + "…", size) > width)
        {
            runes.RemoveAt(runes.Count - 1);
        }

        return string.Concat(runes) + "…";
    }

    private static double Share(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or ' ' => 0.29,
        'm' or 'w' or 'M' or 'W' or '%' => 0.9,
        >= 'A' and <= 'Z' => 0.65,
        >= 0x2E80 => 1,
        _ => 0.56,
    };
}
