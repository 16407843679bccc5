using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Gci.Data;

/// <summary>
/// SQLite lets one write at a time and makes the others ask again after a pause, so that a save can wait ten times as long as all saves
/// before it take. Within this process they stand in a queue instead, each by the file that it writes to.
/// </summary>
internal static class WriterQueue
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> s_queues = new(StringComparer.Ordinal);

    /// <summary>Waits for its turn, which ends when what it returns is disposed; null on PostgreSQL, where rows are held and not the whole.</summary>
    internal static async Task<IDisposable?> TurnAsync(DatabaseFacade database, CancellationToken cancel)
    {
        if (!database.IsSqliteProvider())
        {
            return null;
        }

        var queue = s_queues.GetOrAdd(database.GetConnectionString() ?? "", _ => new(1, 1));
        await queue.WaitAsync(cancel);
        return new Turn(queue);
    }

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
