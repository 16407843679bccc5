using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gci.Web.Files;

/// <summary>Asks a ClamAV daemon about a stream, by its <c>INSTREAM</c> command.</summary>
/// <param name="place">Where it listens: <c>host:port</c>, or the path of a socket.</param>
internal sealed class ClamAv(EndPoint place)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    /// <summary>Null where the text names no place.</summary>
    internal static EndPoint? Place(string text)
    {
        if (text.StartsWith('/'))
        {
            // The longest path that a socket's address holds.
            return Encoding.UTF8.GetByteCount(text) <= 100 ? new UnixDomainSocketEndPoint(text) : null;
        }

        var colon = text.LastIndexOf(':');
        var host = colon > 0 ? text[..colon].Trim('[', ']') : "";
        return Uri.CheckHostName(host) != UriHostNameType.Unknown && ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? new DnsEndPoint(host, port)
            : null;
    }

    /// <summary>What was found; null for nothing.</summary>
    /// <exception cref="IOException">The daemon is not there, hung up, or could not look at it.</exception>
    internal async Task<string?> ScanAsync(Stream content, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(s_longest);
        try
        {
            using var socket = place is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(place, limit.Token);
            await using var daemon = new NetworkStream(socket);
            return Found(await AskAsync(daemon, content, limit.Token));
        }
        catch (SocketException broken)
        {
            throw new IOException(broken.Message, broken);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("No answer came in time.", late);
        }
    }

    private static async Task<string> AskAsync(NetworkStream daemon, Stream content, CancellationToken cancel)
    {
        // The z asks for an answer that ends with a zero byte. Each piece follows its length in four bytes; an empty one is the last.
        await daemon.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var piece = new byte[4 + (64 << 10)];
        int read;
        do
        {
            read = await content.ReadAsync(piece.AsMemory(4), cancel);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await daemon.WriteAsync(piece.AsMemory(0, 4 + read), cancel);
        }
        while (read > 0);

        var answer = new StringBuilder();
        while ((read = await daemon.ReadAsync(piece, cancel)) > 0 && answer.Length < 4096)
        {
            answer.Append(Encoding.UTF8.GetString(piece, 0, read));
        }

        return answer.ToString().Trim('\0', '\n', ' ');
    }

    private static string? Found(string answer) =>
        answer == "stream: OK" ? null
        : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) ? answer["stream: ".Length..^" FOUND".Length]
        : throw new IOException($"It answered \"{answer}\".");
}
