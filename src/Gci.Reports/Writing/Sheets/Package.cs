using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Gci.Reports.Writing.Sheets;

/// <summary>Rewrites the zip of a workbook so that nothing in it depends on the hour or on chance.</summary>
internal static partial class Package
{
    private const string Properties = "package/services/metadata/core-properties/core.psmdcp";
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Normalise(Stream workbook, Stream output, DateOnly date)
    {
        using var source = new ZipArchive(workbook, ZipArchiveMode.Read);
        var random = source.Entries.SingleOrDefault(entry => entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal))?.FullName;
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var entries = source.Entries.Select(entry => (Name: entry.FullName == random ? Properties : entry.FullName, Entry: entry));
        foreach (var (name, entry) in entries.OrderBy(pair => Place(pair.Name)).ThenBy(pair => pair.Name, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(name, CompressionLevel.Optimal);
            copy.LastWriteTime = Timestamp;
            using var to = copy.Open();
            to.Write(Content(entry, name, random, date));
        }
    }

    // Readers that sniff the type of a file expect the content types first.
    private static int Place(string name) => name == "[Content_Types].xml" ? 0 : name == "_rels/.rels" ? 1 : 2;

    private static byte[] Content(ZipArchiveEntry entry, string name, string? random, DateOnly date)
    {
        using var reader = new StreamReader(entry.Open(), new UTF8Encoding(false));
        var text = reader.ReadToEnd();
        return Encoding.UTF8.GetBytes(name switch
        {
            Properties => Dates().Replace(text, match => match.Groups[1].Value + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z" + match.Groups[3].Value),
            "_rels/.rels" => Numbered(random is null ? text : text.Replace(random, Properties, StringComparison.Ordinal)),
            "xl/workbook.xml" => PrintTitles().Replace(text, "!$$$1:$$$2<"),
            _ => text,
        });
    }

    /// <summary>The identifiers of the outermost relationships are drawn by lot, and nothing refers to them.</summary>
    private static string Numbered(string relationships)
    {
        var count = 0;
        return RandomId().Replace(relationships, _ => string.Create(CultureInfo.InvariantCulture, $"Id=\"package{++count}\""));
    }

    [GeneratedRegex("\\bId=\"R[0-9a-f]{16}\"")]
    private static partial Regex RandomId();

    // ClosedXML writes the repeated rows as 6:6, which LibreOffice does not read; Excel itself writes $6:$6.
    [GeneratedRegex("(?<=Print_Titles[^<]*)!([0-9]+):([0-9]+)<")]
    private static partial Regex PrintTitles();

    [GeneratedRegex("(<dcterms:(?:created|modified)[^>]*>)([^<]*)(</)")]
    private static partial Regex Dates();
}
