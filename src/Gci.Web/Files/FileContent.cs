using System.Buffers;
using System.Text;
using Gci.Data;

namespace Gci.Web.Files;

/// <summary>Finds out what a file is by looking into it; its name and what a browser says of it count for nothing.</summary>
internal static class FileContent
{
    private static readonly byte[] s_png = [0x89, .. "PNG\r\n\x1A\n"u8];
    private static readonly byte[] s_jpeg = [0xFF, 0xD8, 0xFF];

    // What Office wrote before 2007, and what it still wraps around a document with a password.
    private static readonly byte[] s_compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] s_wrapped = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly SearchValues<char> s_control = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Except("\t\n\f\r"), '\x7F']);

    private static readonly Refusal s_unknown = new("file-type");

    /// <summary>The type, or why the file is not taken.</summary>
    internal static (FileType? Type, Refusal? Refusal) Examine(Stream content)
    {
        var start = new byte[16];
        content.Position = 0;
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        ReadOnlySpan<byte> head = start.AsSpan(0, length);
        return head.StartsWith("%PDF-"u8) ? Unless(PdfFile.WhyNot(content), FileType.Pdf)
            : head.StartsWith("PK\x03\x04"u8) ? PackedFile.Examine(content)
            : head.StartsWith(s_png) ? (FileType.Png, null)
            : head.StartsWith(s_jpeg) ? (FileType.Jpeg, null)
            : head.StartsWith(s_compound) ? (null, Bytes.Contain(content, s_wrapped) ? new("file-password") : s_unknown)
            : IsText(content) ? (FileType.Text, null)
            : (null, s_unknown);
    }

    private static (FileType?, Refusal?) Unless(Refusal? refusal, FileType type) => refusal is null ? (type, null) : (null, refusal);

    // UTF-8 without control characters other than tabs and ends of lines and pages.
    private static bool IsText(Stream content)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var letters = new char[8192];
        try
        {
            int read;
            while ((read = reader.Read(letters)) > 0)
            {
                if (letters.AsSpan(0, read).ContainsAny(s_control))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
