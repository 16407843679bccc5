using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig;

namespace Gci.Reports.Tests.Disclosures;

/// <summary>All text of all files of a folder: parts of workbooks unzipped, and of a PDF its pages, metadata and bookmarks.</summary>
internal static class RawText
{
    internal static IEnumerable<(string Part, string Text)> Of(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).SelectMany(path => Path.GetExtension(path) switch
        {
            ".xlsx" => Zipped(path),
            ".pdf" => Pdf(path),
            _ => [(Path.GetFileName(path), File.ReadAllText(path))],
        });

    private static IEnumerable<(string Part, string Text)> Zipped(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return ($"{Path.GetFileName(path)}/{entry.FullName}", reader.ReadToEnd());
        }
    }

    private static IEnumerable<(string Part, string Text)> Pdf(string path)
    {
        using var pdf = PdfDocument.Open(path);
        foreach (var page in pdf.GetPages())
        {
            yield return ($"page {page.Number}", string.Join(' ', page.GetWords().Select(word => word.Text)));
        }

        pdf.TryGetBookmarks(out var bookmarks);
        yield return ("bookmarks", string.Join('\n', bookmarks?.GetNodes().Select(node => node.Title) ?? []));
        yield return ("information", pdf.Information.ToString());
        if (pdf.TryGetXmpMetadata(out var metadata))
        {
            yield return ("metadata", metadata.GetXDocument().ToString());
        }
    }
}
