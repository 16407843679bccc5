using System.Security.Cryptography;

namespace Gci.Web.Files;

/// <summary>A file while it is received and looked at, in a temporary file of its own that is gone afterwards.</summary>
public sealed class IncomingFile : IAsyncDisposable
{
    private IncomingFile(FileStream content) => Content = content;

    public string Path => Content.Name;

    /// <summary>The bytes, on disk and open for reading.</summary>
    public FileStream Content { get; }

    public long Length { get; private set; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Reads a stream to its end, or until it is longer than the maximum: then no more is read, and the length is above the maximum.</summary>
    internal static async Task<IncomingFile> ReadAsync(string folder, Guid id, Stream source, long maximum, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var file = new IncomingFile(new(System.IO.Path.Combine(folder, $"{id:N}.part"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous,
        }));
        try
        {
            await file.FillAsync(source, maximum, cancel);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        File.Delete(Path);
    }

    private async Task FillAsync(Stream source, long maximum, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 << 10];
        int read;
        while (Length <= maximum && (read = await source.ReadAsync(buffer, cancel)) > 0)
        {
            Length += read;
            hash.AppendData(buffer, 0, read);
            await Content.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        await Content.FlushAsync(cancel);
        Content.Position = 0;
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
