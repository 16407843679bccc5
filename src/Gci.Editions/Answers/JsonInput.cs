using System.Text.Json;

namespace Gci.Editions.Answers;

/// <summary>JSON that is being read, and the lines of its tokens.</summary>
internal sealed class JsonInput(string file, ReadOnlyMemory<byte> utf8, Problems problems)
{
    private int _counted;
    private int _line = 1;

    internal string File => file;

    internal ReadOnlyMemory<byte> Utf8 => utf8;

    internal Problems Problems => problems;

    /// <summary>The line on which the reader's token begins. Readers go forward only, so lines are counted once.</summary>
    internal int Line(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        _line += utf8.Span[_counted..start].Count((byte)'\n');
        _counted = start;
        return _line;
    }

    internal void Problem(ref Utf8JsonReader reader, string sentence) => problems.Add(file, Line(ref reader), sentence);

    /// <summary>The token's text; null with the reason among the problems where it is not one.</summary>
    internal string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Problem(ref reader, "This text holds half a character (one \\u escape of a pair); write both or the character itself.");
            return null;
        }
    }
}
