namespace Gci.Web.Files;

/// <summary>Keeps the bytes of uploaded files under their ids: a folder on disk, or a bucket.</summary>
public interface IFileStore
{
    /// <summary>Takes over a file that was received whole. Once it returns, the bytes survive a crash.</summary>
    Task KeepAsync(Guid id, IncomingFile file, CancellationToken cancel);

    /// <summary>The bytes; null where there are none under the id.</summary>
    Task<Stream?> OpenAsync(Guid id, CancellationToken cancel);

    /// <summary>Takes the bytes away; nothing happens where there are none.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancel);

    /// <summary>The ids of all that is kept. An id tells when it was made.</summary>
    IAsyncEnumerable<Guid> ListAsync(CancellationToken cancel);
}
