using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gci.Web.Tests.Files;

/// <summary>A small daemon that speaks ClamAV's protocol and knows one virus, the one for tests.</summary>
internal sealed class Clamd : IDisposable
{
    private const int LongestStream = 1_000_000;

    private readonly Socket _listener;

    internal Clamd(EndPoint? place = null)
    {
        place ??= new IPEndPoint(IPAddress.Loopback, 0);
        _listener = new(place.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(place);
        _listener.Listen();
        _ = AcceptAsync();
    }

    internal string Place => _listener.LocalEndPoint is IPEndPoint { Port: var port } ? $"127.0.0.1:{port}" : _listener.LocalEndPoint!.ToString()!;

    /// <summary>Whether it hangs up in the middle, as a daemon that is stopped does.</summary>
    internal bool HangsUp { get; set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptAsync();
                if (!HangsUp)
                {
                    await using var stream = new NetworkStream(socket);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(await AnswerAsync(stream) + '\0'));
                }
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            return "UNKNOWN COMMAND";
        }

        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
            {
                return content.ToArray().AsSpan().IndexOf(Samples.Eicar) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
            }

            var piece = new byte[size];
            await stream.ReadExactlyAsync(piece);
            content.Write(piece);
            if (content.Length > LongestStream)
            {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
    }
}
