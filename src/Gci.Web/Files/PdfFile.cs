using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gci.Data;

namespace Gci.Web.Files;

/// <summary>
/// Whether a PDF is whole and everybody can open it. Many official gazettes are encrypted without a password to open, only to forbid
/// changes: these are taken.
/// </summary>
internal static partial class PdfFile
{
    /// <summary>Why it is not taken; null where it is.</summary>
    internal static Refusal? WhyNot(Stream content) =>
        !Bytes.Contain(content, "%%EOF"u8) ? new("file-broken")
        : Bytes.Contain(content, "/Encrypt"u8) && !IsOpen(content) ? new("file-password")
        : null;

    private static bool IsOpen(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.Latin1, leaveOpen: true);
        var text = reader.ReadToEnd();
        var place = Encrypted().Matches(text).LastOrDefault();
        if (place is null)
        {
            return true; // The word stands in a text.
        }

        var start = place.Groups["object"] is { Success: true, Value: var number } ? ObjectAt(text, number, place.Groups["generation"].Value) : place.Index;
        return start >= 0 && EncryptionOf(PdfValues.Read(text.AsSpan(start)), Id(text)) is { } encryption && encryption.OpensWithout();
    }

    // The last one counts: a file that was saved again holds the old ones too.
    private static int ObjectAt(string text, string number, string generation) =>
        Regex.Match(text, $@"(?<![0-9]){number}\s+{generation}\s+obj", RegexOptions.RightToLeft | RegexOptions.CultureInvariant) is { Success: true } found ? found.Index : -1;

    private static PdfEncryption? EncryptionOf(Dictionary<string, string> values, byte[] id) =>
        int.TryParse(values.GetValueOrDefault("R"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
        && long.TryParse(values.GetValueOrDefault("P"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rights)
        && values.TryGetValue("O", out var owner) && values.TryGetValue("U", out var user)
            ? new(
                revision,
                int.TryParse(values.GetValueOrDefault("Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 40,
                Encoding.Latin1.GetBytes(owner), Encoding.Latin1.GetBytes(user), rights, id, values.GetValueOrDefault("EncryptMetadata") != "false")
            : null;

    private static byte[] Id(string text)
    {
        var place = Ids().Matches(text).LastOrDefault();
        var values = place is null ? "" : text.AsSpan(place.Index + place.Length)[..Math.Min(400, text.Length - place.Index - place.Length)];
        return Encoding.Latin1.GetBytes(PdfValues.Read($"/ID {values}").GetValueOrDefault("ID") ?? "");
    }

    [GeneratedRegex(@"/Encrypt\s*(?:(?<object>\d{1,9})\s+(?<generation>\d{1,5})\s+R|(?=<<))", RegexOptions.CultureInvariant)]
    private static partial Regex Encrypted();

    [GeneratedRegex(@"/ID\s*\[\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
