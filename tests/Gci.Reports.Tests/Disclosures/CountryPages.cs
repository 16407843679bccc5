using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>The pages of a report by what they are about.</summary>
internal static class CountryPages
{
    // Longer names first: Niger stands in Nigeria, Guinea in Guinea-Bissau.
    private static readonly ILookup<char, (string Name, string Squeezed)> s_names = Published.Codes.Keys
        .Select(name => (Name: name, Squeezed: name.Replace(" ", "", StringComparison.Ordinal)))
        .OrderByDescending(name => name.Squeezed.Length).ToLookup(name => name.Squeezed[0]);

    /// <summary>The page of each country, by its code: the bookmarks say where it is.</summary>
    internal static Dictionary<string, Page> Of(PdfDocument pdf)
    {
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        return bookmarks.GetNodes().OfType<UglyToad.PdfPig.Outline.DocumentBookmarkNode>().Where(node => Published.Codes.ContainsKey(node.Title))
            .ToDictionary(node => Published.Codes[node.Title], node => pdf.GetPage(node.PageNumber));
    }

    internal static string[] Numbers(Page page) => [.. page.GetWords().SelectMany(word => Record.NumbersIn(word.Text))];

    /// <summary>The names of countries on a page, in the order in which they are read.</summary>
    internal static IEnumerable<string> Names(Page page)
    {
        var text = string.Concat(page.Text.Where(letter => !char.IsWhiteSpace(letter)));
        for (var at = 0; at < text.Length; at++)
        {
            if (s_names[text[at]].FirstOrDefault(name => text.AsSpan(at).StartsWith(name.Squeezed, StringComparison.Ordinal)) is { Name: not null } found)
            {
                yield return found.Name;
                at += found.Squeezed.Length - 1;
            }
        }
    }
}
