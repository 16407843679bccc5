using System.Globalization;
using Gci.Data;
using Gci.Data.PostgreSql;
using Gci.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gci.Testing.Databases;

/// <summary>A migrated, empty database of a test class; the same tests run on each kind.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    /// <summary>A new context, as each request has its own.</summary>
    public GciDb New() => new(Options);

    protected abstract DbContextOptions<GciDb> Options { get; }

    public virtual async ValueTask InitializeAsync()
    {
        await using var db = New();
        await db.Database.MigrateAsync();
    }

    public abstract ValueTask DisposeAsync();
}

/// <summary>The embedded database, in a file.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.At("gci.db");

    protected override DbContextOptions<GciDb> Options =>
        (DbContextOptions<GciDb>)new DbContextOptionsBuilder<GciDb>().UseGciSqlite(Path).Options;

    public override async ValueTask InitializeAsync()
    {
        await SqliteDatabase.PrepareAsync(Path, TestContext.Current.CancellationToken);
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A database of its own on the one PostgreSQL that the tests of an assembly share.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private static readonly Lazy<PostgreSqlServer> s_server = new(() => StartedForThisProcess());
    private static int s_databases;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"gci_{Interlocked.Increment(ref s_databases)}");

    public static bool IsInstalled => PostgreSqlServer.Programs is not null;

    public string Connection => s_server.Value.Database(_name);

    protected override DbContextOptions<GciDb> Options =>
        (DbContextOptions<GciDb>)new DbContextOptionsBuilder<GciDb>().UseGciPostgreSql(Connection).Options;

    public override async ValueTask InitializeAsync()
    {
        if (IsInstalled)
        {
            await base.InitializeAsync();
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static PostgreSqlServer StartedForThisProcess()
    {
        var server = PostgreSqlServer.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }
}
