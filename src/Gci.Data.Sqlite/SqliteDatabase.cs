using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Sqlite;

/// <summary>The embedded database: one file, no set-up. WAL and <c>synchronous=FULL</c>, so that what was acknowledged survives a power cut.</summary>
public static class SqliteDatabase
{
    public static DbContextOptionsBuilder UseGciSqlite(this DbContextOptionsBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .UseSqlite(
                new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString,
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.FullName))
            .AddInterceptors(DurableConnections.Instance);
    }

    /// <summary>Makes the file where there is none, in WAL mode; the mode stays with the file. The folder must exist.</summary>
    public static async Task PrepareAsync(string path, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancel);
    }
}
