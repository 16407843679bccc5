namespace Gci.Web.Files;

/// <summary>Looks for bytes in a stream of any length, a piece at a time.</summary>
internal static class Bytes
{
    internal static bool Contain(Stream content, ReadOnlySpan<byte> wanted) => Count(content, wanted, 1) > 0;

    /// <summary>How often the bytes occur, counted up to a maximum. The stream is at its beginning afterwards.</summary>
    internal static int Count(Stream content, ReadOnlySpan<byte> wanted, int maximum)
    {
        var buffer = new byte[64 << 10];
        var (kept, found, read) = (0, 0, 0);
        content.Position = 0;
        while (found < maximum && (read = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var rest = buffer.AsSpan(0, kept + read);
            for (var at = rest.IndexOf(wanted); at >= 0 && found < maximum; at = rest.IndexOf(wanted))
            {
                found++;
                rest = rest[(at + wanted.Length)..];
            }

            // The bytes may lie across the end of this piece.
            kept = Math.Min(rest.Length, wanted.Length - 1);
            rest[^kept..].CopyTo(buffer);
        }

        content.Position = 0;
        return found;
    }
}
