using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gci.Data.Sqlite;

/// <summary>Sets <c>synchronous=FULL</c> on every connection that is opened, and refuses one that does not write durably.</summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    private const long Full = 2;

    internal static DurableConnections Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        Set(command);
        command.CommandText = "PRAGMA synchronous";
        var synchronous = command.ExecuteScalar();
        command.CommandText = "PRAGMA journal_mode";
        Assert(synchronous, command.ExecuteScalar());
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        Set(command);
        command.CommandText = "PRAGMA synchronous";
        var synchronous = await command.ExecuteScalarAsync(cancellationToken);
        command.CommandText = "PRAGMA journal_mode";
        Assert(synchronous, await command.ExecuteScalarAsync(cancellationToken));
    }

    private static void Set(DbCommand command)
    {
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    private static void Assert(object? synchronous, object? journal)
    {
        if (Convert.ToInt64(synchronous, CultureInfo.InvariantCulture) != Full || journal is not "wal")
        {
            throw new InvalidOperationException($"The database is not durable: journal_mode is {journal}, synchronous is {synchronous}. It must be in WAL mode with synchronous = FULL.");
        }
    }
}
