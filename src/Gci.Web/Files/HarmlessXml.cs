using System.IO.Compression;
using System.Xml;

namespace Gci.Web.Files;

/// <summary>Reads XML of strangers: no document type, nothing fetched.</summary>
internal static class HarmlessXml
{
    internal static XmlReader Read(ZipArchiveEntry entry) => XmlReader.Create(
        entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true });

    /// <summary>Whether a link leads to a page, a mail address or a place in the document.</summary>
    internal static bool IsFollowable(string? target) => target is not null
        && (target.StartsWith('#') || (Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto"));

    /// <summary>Whether a reference stays within the archive; a chart names the document around it as <c>..</c>.</summary>
    internal static bool IsInside(string target) =>
        target is ".." || target.StartsWith('#') || (!target.StartsWith('/') && !target.Contains('\\', StringComparison.Ordinal) && !target.StartsWith("..", StringComparison.Ordinal)
            && !target.Contains(':', StringComparison.Ordinal));
}
