using Gci.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests;

public abstract class MigrationTests(TestDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task The_migrations_make_the_whole_model()
    {
        await using var db = New();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.False(db.Database.HasPendingModelChanges());
    }
}

public sealed class MigrationOnSqliteTests(SqliteTestDatabase database) : MigrationTests(database), IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Every_pooled_connection_writes_durably()
    {
        var contexts = Enumerable.Range(0, 5).Select(_ => New()).ToArray();
        foreach (var db in contexts)
        {
            await db.Database.OpenConnectionAsync(Cancel);
            Assert.Equal(("wal", 2L), (await ScalarAsync(db, "PRAGMA journal_mode"), await ScalarAsync(db, "PRAGMA synchronous")));
        }

        foreach (var db in contexts)
        {
            await db.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_that_is_not_in_wal_mode_is_refused()
    {
        await using var folder = new DisposableFolder();
        await using (var plain = new SqliteConnection($"Data Source={folder.File};Pooling=False"))
        {
            await plain.OpenAsync(Cancel);
            await using var command = plain.CreateCommand();
            command.CommandText = "CREATE TABLE t (x)";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        var options = Sqlite.SqliteDatabase.UseGciSqlite(new DbContextOptionsBuilder<GciDb>(), folder.File).Options;
        await using var db = new GciDb((DbContextOptions<GciDb>)options);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.Database.OpenConnectionAsync(Cancel));

        Assert.Contains("journal_mode is delete", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> ScalarAsync(GciDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancel);
    }

    private sealed class DisposableFolder : IAsyncDisposable
    {
        private readonly Gci.Testing.TemporaryFolder _folder = new();

        internal string File => _folder.At("plain.db");

        public ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

public sealed class MigrationOnPostgreSqlTests(PostgreSqlTestDatabase database) : MigrationTests(database), IClassFixture<PostgreSqlTestDatabase>;
