using System.Buffers;
using System.Text;

namespace Gci.Editions.Answers;

/// <summary>Tells UTF-8 text from everything else that is handed in under a text's name.</summary>
internal static class InputText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes after a byte-order mark, or null with the reason among the problems.</summary>
    internal static ReadOnlyMemory<byte>? Utf8(string file, ReadOnlyMemory<byte> content, Problems problems)
    {
        var text = content.Span.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        var (line, sentence) = Mistake(text.Span);
        if (sentence is null)
        {
            return text;
        }

        problems.Add(file, line, sentence);
        return null;
    }

    private static (int Line, string? Sentence) Mistake(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..] => (1, "The file is UTF-16 text; save it as UTF-8."),
        [(byte)'P', (byte)'K', 3, 4, ..] => (1, "This is a workbook or another zip file, not text; name it .xlsx if it is a workbook."),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => (1, "This is an old or an encrypted workbook, not text; save it as CSV UTF-8, or without a password as .xlsx."),
        _ when bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0 => (1, "The file is empty."),
        _ when !System.Text.Unicode.Utf8.IsValid(bytes) => (LineOfFirstInvalid(bytes), "This line is not UTF-8 text; save the file as UTF-8 (in a spreadsheet program: CSV UTF-8)."),
        _ => (1, null),
    };

    private static int LineOfFirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[length..];
        }

        return line;
    }
}
