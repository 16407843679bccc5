using System.Runtime.CompilerServices;

namespace Gci.Web.Files;

/// <summary>Files in a folder: <c>ab/cd/ID</c>, spread by the end of the id. A file is there whole or not at all, whenever the machine stops.</summary>
internal sealed class DiskStore(string root) : IFileStore
{
    public Task KeepAsync(Guid id, IncomingFile file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file.Content.Flush(flushToDisk: true);
        File.Move(file.Path, path);
        DiskFolder.Flush(Path.GetDirectoryName(path)!);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(id), new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read | FileShare.Delete }));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Guid> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(root))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            cancel.ThrowIfCancellationRequested();
            if (Guid.TryParseExact(Path.GetFileName(path), "N", out var id) && path == PathOf(id))
            {
                yield return id;
            }
        }
    }

    // The beginning of an id is its time, so nearby ids would all share a folder; its end is random.
    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(root, name[^2..], name[^4..^2], name);
    }
}
