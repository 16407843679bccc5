using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gci.Data.PostgreSql;

/// <summary>The database server for a service with many countries at once.</summary>
public static class PostgreSqlDatabase
{
    public static DbContextOptionsBuilder UseGciPostgreSql(this DbContextOptionsBuilder builder, string connection)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.FullName));
    }

    /// <summary>What is wrong with a connection string; null where it can be tried.</summary>
    public static string? MistakeIn(string connection)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            return string.IsNullOrEmpty(parts.Host) ? "it names no Host." : string.IsNullOrEmpty(parts.Database) ? "it names no Database." : null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
