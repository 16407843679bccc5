using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gci.Data.Sqlite;

/// <summary>
/// Sets <c>synchronous=FULL</c> on every connection that is opened, and refuses one that does not write durably. SQLite keeps both settings
/// as long as its connection lives, so one that comes back from the pool is not asked again.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    private const long Full = 2;

    // SQLite's own connections, not ours: a pooled one is handed out under a new object of ours every time.
    private readonly ConditionalWeakTable<object, object> _durable = [];

    internal static DurableConnections Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Assert(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Assert(connection);
        return Task.CompletedTask;
    }

    private void Assert(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (((SqliteConnection)connection).Handle is not { } handle || _durable.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();

        // Who waits for another process's write asks again after milliseconds; left alone, the provider would sleep for 150 each time.
        command.CommandText = "PRAGMA busy_timeout = 10000";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA synchronous";
        var synchronous = command.ExecuteScalar();
        command.CommandText = "PRAGMA journal_mode";
        var journal = command.ExecuteScalar();
        if (Convert.ToInt64(synchronous, CultureInfo.InvariantCulture) != Full || journal is not "wal")
        {
            throw new InvalidOperationException($"The database is not durable: journal_mode is {journal}, synchronous is {synchronous}. It must be in WAL mode with synchronous = FULL.");
        }

        _durable.AddOrUpdate(handle, handle);
    }
}
