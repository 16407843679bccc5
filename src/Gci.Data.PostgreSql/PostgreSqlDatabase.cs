using Microsoft.EntityFrameworkCore;

namespace Gci.Data.PostgreSql;

/// <summary>The database server for a service with many countries at once.</summary>
public static class PostgreSqlDatabase
{
    public static DbContextOptionsBuilder UseGciPostgreSql(this DbContextOptionsBuilder builder, string connection)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.FullName));
    }
}
