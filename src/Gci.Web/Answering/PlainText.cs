using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Gci.Data.Responses;
using Microsoft.AspNetCore.Html;

namespace Gci.Web.Answering;

/// <summary>
/// Text that people typed, as it is: nothing in it is markup. Addresses that begin with http or https are links shown whole; marks that
/// change the direction of reading are shown by their names, so that no address can look like another one.
/// </summary>
public static partial class PlainText
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with its links; line breaks are kept by the style <c>said</c>.</summary>
    public static IHtmlContent Html(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (html, end) = (new StringBuilder(), 0);
        foreach (Match match in Address().Matches(text))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', ')', ']', '}', '»', '”', '،', '؛');
            html.Append(Encoded(text[end..match.Index], marks: false)).Append(EvidenceDraft.IsLink(address) ? LinkText(address) : Encoded(address, marks: true));
            end = match.Index + address.Length;
        }

        return new HtmlString(html.Append(Encoded(text[end..], marks: false)).ToString());
    }

    /// <summary>An address as a link that is shown whole; where it cannot be one, as text.</summary>
    public static IHtmlContent Link(string address) => new HtmlString(EvidenceDraft.IsLink(address) ? LinkText(address) : Encoded(address, marks: true));

    /// <summary>The beginning of a text in one line.</summary>
    public static string Beginning(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = WhiteSpace().Replace(text, " ").Trim();
        return line.Length <= length ? line : line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)].TrimEnd() + " …";
    }

    // The name of the host as the network knows it stands beside one in other letters.
    private static string LinkText(string address)
    {
        var uri = new Uri(address);
        var host = string.Equals(uri.IdnHost, uri.Host, StringComparison.OrdinalIgnoreCase) && Ascii.IsValid(uri.Host) ? "" : $" ({s_encoder.Encode(uri.IdnHost)})";
        return $"<a href=\"{s_encoder.Encode(uri.AbsoluteUri)}\" rel=\"noopener noreferrer nofollow\"><bdi dir=\"ltr\">{Encoded(address, marks: true)}{host}</bdi></a>";
    }

    private static string Encoded(string text, bool marks)
    {
        var html = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            html.Append(IsHidden(rune.Value, marks)
                ? string.Create(CultureInfo.InvariantCulture, $"<span class=\"mark\">U+{rune.Value:X4}</span>")
                : s_encoder.Encode(rune.ToString()));
        }

        return html.ToString();
    }

    // Overrides, embeddings and isolates everywhere; the plain marks, which Arabic text needs, only within addresses.
    private static bool IsHidden(int rune, bool marks) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || (marks && rune is 0x200E or 0x200F or 0x061C or (>= 0x200B and <= 0x200D) or 0xFEFF);

    [GeneratedRegex("https?://[^\\s<>\"]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("\\s+")]
    private static partial Regex WhiteSpace();
}
