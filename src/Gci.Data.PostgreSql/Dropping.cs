using Microsoft.EntityFrameworkCore;

namespace Gci.Data.PostgreSql;

/// <summary>Takes everything of the service out of a database, the append-only records too. Only a demonstration does that.</summary>
public static class Dropping
{
    public static async Task DropAllAsync(this GciDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        string[] tables = [.. db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Append("__EFMigrationsHistory")];
        var names = string.Join(", ", tables.Select(table => $"\"{table}\""));

        // Names of our own model; nothing that anybody typed.
#pragma warning disable EF1002
        await db.Database.ExecuteSqlRawAsync($"DROP TABLE IF EXISTS {names} CASCADE; DROP FUNCTION IF EXISTS refuse_change();", cancel);
#pragma warning restore EF1002
    }
}
