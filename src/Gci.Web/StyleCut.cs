using System.Text;

namespace Gci.Web;

/// <summary>
/// Leaves out of Pico what no page uses, a fifth of what a page's first visit weighs. A test fails when a page begins to use it: then take the
/// word off the list.
/// </summary>
internal static class StyleCut
{
    /// <summary>A selector that has one of these in it goes, unless it stands inside <c>:not()</c>.</summary>
    internal static readonly string[] Unused =
        ["[data-tooltip", "[data-placement", ".dropdown", "dialog", ".modal", "[role=switch]", "[type=range]", "[type=color]", "[type=search]", "[role=group]", "[role=search]", ".grid", "breadcrumb", ".contrast",
            "[aria-busy", "[type=week]", "[type=month]", "[type=time]", "[type=reset]", "hgroup", "kbd", "samp", "audio", "video", "iframe", "canvas"];

    /// <summary>The style sheet without the rules that only unused things match.</summary>
    /// <param name="css">Minified and well formed.</param>
    internal static string Of(string css)
    {
        var kept = new StringBuilder(css.Length);
        for (var at = 0; at < css.Length;)
        {
            var open = css.IndexOf('{', at);
            if (open < 0)
            {
                return kept.Append(css, at, css.Length - at).ToString();
            }

            var end = EndOf(css, open);
            Append(kept, css[at..open], css[(open + 1)..end]);
            at = end + 1;
        }

        return kept.ToString();
    }

    private static void Append(StringBuilder kept, string selector, string body)
    {
        var isGroup = selector.Contains("@media", StringComparison.Ordinal) || selector.Contains("@supports", StringComparison.Ordinal);
        var inside = isGroup ? Of(body) : body;
        var rest = selector.Contains('@', StringComparison.Ordinal) ? selector : string.Join(',', Alternatives(selector).Where(one => !IsUnused(one)));
        if (rest.Length > 0 && inside.Length > 0)
        {
            kept.Append(rest).Append('{').Append(inside).Append('}');
        }
    }

    private static bool IsUnused(string selector)
    {
        var bare = selector;
        while (bare.IndexOf(":not(", StringComparison.Ordinal) is >= 0 and var start)
        {
            bare = bare.Remove(start, EndOf(bare, start + 4) + 1 - start);
        }

        return Unused.Any(word => bare.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Alternatives(string selectors)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at < selectors.Length; at++)
        {
            depth += selectors[at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (selectors[at] == ',' && depth == 0)
            {
                yield return selectors[start..at];
                start = at + 1;
            }
        }

        yield return selectors[start..];
    }

    // Where the bracket that opens here closes.
    private static int EndOf(string text, int open)
    {
        var close = text[open] == '{' ? '}' : ')';
        for (var (at, depth) = (open, 0); ; at++)
        {
            depth += text[at] == text[open] ? 1 : text[at] == close ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }
    }
}
