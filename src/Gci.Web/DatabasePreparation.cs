using System.Data.Common;
using Gci.Data;
using Gci.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web;

/// <summary>Brings the database to the program's own version before the service listens.</summary>
internal static class DatabasePreparation
{
    /// <exception cref="CannotStartException">The database does not answer, or a newer program wrote it.</exception>
    internal static async Task PrepareAsync(IServiceProvider services, ServiceOptions options, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<GciDb>().Database;
        try
        {
            if (options.PostgreSql is null)
            {
                await SqliteDatabase.PrepareAsync(options.SqliteFile, cancel);
            }

            var (own, applied) = (database.GetMigrations().ToArray(), await AppliedAsync(database, cancel));
            if (applied.Except(own).LastOrDefault() is { } newer)
            {
                throw new CannotStartException($"The data were written by a newer version of this program (step {newer}), and nothing was changed. Start the newer version.");
            }

            if (own.Except(applied).Any())
            {
                await database.MigrateAsync(cancel);
            }
        }
        catch (DbException e)
        {
            throw new CannotStartException(options.PostgreSql is null
                ? $"The database {options.SqliteFile} cannot be used: {e.Message}"
                : $"The PostgreSQL database cannot be used: {e.Message} Check --database or GCI_DATABASE, and that the server runs.");
        }
    }

    // A database that does not exist yet has no steps behind it.
    private static async Task<string[]> AppliedAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database, CancellationToken cancel)
    {
        try
        {
            return [.. await database.GetAppliedMigrationsAsync(cancel)];
        }
        catch (DbException e) when (e.SqlState == "3D000")
        {
            return [];
        }
    }
}
