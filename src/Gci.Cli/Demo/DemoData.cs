using Gci.Data;
using Gci.Data.PostgreSql;
using Gci.Data.Sqlite;
using Gci.Web;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Demo;

/// <summary>Where a demonstration keeps its data. It writes on what is new or a demonstration's own, and on nothing else.</summary>
internal sealed class DemoData(ServiceOptions options)
{
    private const string Notice =
        "The data in this folder belong to the demonstration, ./gci demo. All of them are invented: no country gave these answers, and nobody has these names.\n"
        + "./gci demo --fresh deletes the folder's content and makes it anew.\n";

    internal string Accounts => Path.Combine(options.Data, "accounts.txt");

    /// <summary>Whether data have to be made. Nothing is changed by that.</summary>
    /// <param name="fresh">Whether an earlier demonstration is to be replaced.</param>
    /// <exception cref="WrongUsageException">The folder or the database holds something else.</exception>
    internal async Task<bool> MustBeMadeAsync(bool fresh, CancellationToken cancel)
    {
        var isMarked = File.Exists(options.DemonstrationFile);
        if (!isMarked && Directory.Exists(options.Data) && Directory.EnumerateFileSystemEntries(options.Data).Any())
        {
            throw new WrongUsageException($"{options.Data} holds something that is not a demonstration's, and is left alone; name another folder with --data.");
        }

        return await HeldAsync(cancel) switch
        {
            Held.Other => throw new WrongUsageException("The database holds data that are not a demonstration's, and is left alone; name another one with --database."),
            Held.Whole when !isMarked && !fresh => throw new WrongUsageException(
                "The database holds a demonstration whose keys lie in another folder; name that folder with --data, or give --fresh to replace it."),
            Held.Whole => fresh,
            _ => true,
        };
    }

    /// <summary>Makes the folder and the database empty and the folder a demonstration's.</summary>
    internal async Task EmptyAsync(CancellationToken cancel)
    {
        if (options.PostgreSql is not null && await HeldAsync(cancel) is Held.Part or Held.Whole)
        {
            await using var db = Open();
            await db.DropAllAsync(cancel);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(options.Data))
        {
            Directory.Delete(options.Data, recursive: true);
        }

        Directory.CreateDirectory(options.Data);
        await File.WriteAllTextAsync(options.DemonstrationFile, Notice, cancel);
    }

    private async Task<Held> HeldAsync(CancellationToken cancel)
    {
        if (options.PostgreSql is null && !File.Exists(options.SqliteFile))
        {
            return Held.Nothing;
        }

        await using var db = Open();
        return !await db.Database.CanConnectAsync(cancel) || !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any() ? Held.Nothing
            : await db.Users.AnyAsync(user => user.Id == DemoPeople.First, cancel) ? (await db.Seals.AnyAsync(cancel) ? Held.Whole : Held.Part)
            : await db.Users.AnyAsync(cancel) || await db.Responses.AnyAsync(cancel) || await db.Invitations.AnyAsync(cancel) ? Held.Other
            : Held.Nothing;
    }

    private GciDb Open()
    {
        var builder = new DbContextOptionsBuilder<GciDb>();
        _ = options.PostgreSql is { } connection ? builder.UseGciPostgreSql(connection) : builder.UseGciSqlite(options.SqliteFile);
        return new(builder.Options);
    }

    private enum Held
    {
        Nothing,

        /// <summary>A demonstration that was stopped before it was complete.</summary>
        Part,
        Whole,
        Other,
    }
}
