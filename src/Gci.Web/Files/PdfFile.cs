using Gci.Data;

namespace Gci.Web.Files;

/// <summary>Whether a PDF is whole and can be read without a password.</summary>
internal static class PdfFile
{
    /// <summary>Why it is not taken; null where it is.</summary>
    internal static Refusal? WhyNot(Stream content) =>
        !Bytes.Contain(content, "%%EOF"u8) ? new("file-broken")
        : Bytes.Contain(content, "/Encrypt"u8) ? new("file-password")
        : null;
}
