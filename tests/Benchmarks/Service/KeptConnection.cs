using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Gci.Benchmarks.Service;

/// <summary>
/// One connection that is kept open, with one request on it at a time. It reads no more of an answer than where it ends, because the load
/// shares the processor with what it measures.
/// </summary>
internal sealed class KeptConnection(Uri address) : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[1 << 16];

    /// <summary>The status, and the whole answer with its headers until the next request.</summary>
    internal async Task<(int Status, ReadOnlyMemory<byte> Answer)> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        if (!_socket.Connected)
        {
            await _socket.ConnectAsync(address.Host, address.Port, cancel);
        }

        await _socket.SendAsync(request, cancel);
        var length = 0;
        while (!IsWhole(_buffer.AsSpan(0, length)))
        {
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, 2 * length);
            }

            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancel);
            length += read > 0 ? read : throw new IOException("The service closed the connection.");
        }

        return (Utf8Parser.TryParse(_buffer.AsSpan(9, 3), out int status, out _) ? status : 0, _buffer.AsMemory(0, length));
    }

    internal static byte[] Request(string method, string path, string headers, string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}{(body.Length > 0 ? FormattableString.Invariant($"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n") : "")}\r\n{body}");

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var headers = answer[..head];
        var named = headers.IndexOf("\r\nContent-Length: "u8);
        return named >= 0
            ? Utf8Parser.TryParse(headers[(named + 18)..], out int length, out _) && answer.Length >= head + 4 + length
            : answer.EndsWith("0\r\n\r\n"u8);
    }
}
