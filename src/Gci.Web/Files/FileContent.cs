using System.Text;
using Gci.Data;

namespace Gci.Web.Files;

/// <summary>Finds out what a file is by looking into it; its name and what a browser says of it count for nothing.</summary>
internal static class FileContent
{
    /// <summary>The type, or why the file is not taken.</summary>
    internal static (FileType? Type, Refusal? Refusal) Examine(Stream content)
    {
        content.Position = 0;
        var start = new byte[16];
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var head = start.AsSpan(0, length);
        if (head.StartsWith("%PDF-"u8))
        {
            return (FileType.Pdf, null);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return (FileType.Png, null);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return (FileType.Jpeg, null);
        }

        return IsText(content) ? (FileType.Text, null) : (null, new("file-type"));
    }

    private static bool IsText(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var letters = new char[8192];
        try
        {
            int read;
            while ((read = reader.Read(letters)) > 0)
            {
                if (letters.AsSpan(0, read).ContainsAnyInRange('\0', '\b') || letters.AsSpan(0, read).ContainsAnyInRange('\x0E', '\x1F') || letters.AsSpan(0, read).Contains('\x7F'))
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
