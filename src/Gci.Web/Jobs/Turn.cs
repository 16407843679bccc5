using System.Text;
using Npgsql;

namespace Gci.Web.Jobs;

/// <summary>
/// Lets one instance of the service at a time do a job: by a lock of the database server, or beside the embedded database by a lock on a
/// file. Whoever holds the turn and dies gives it up by that.
/// </summary>
internal sealed class Turn(ServiceOptions options)
{
    /// <summary>Null where another instance is at it.</summary>
    internal async Task<IAsyncDisposable?> TryTakeAsync(string job, CancellationToken cancel) =>
        options.PostgreSql is { } connection ? await ByServerAsync(connection, job, cancel) : ByFile(job);

    private FileStream? ByFile(string job)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(options.Data, "jobs"));
            return new(Path.Combine(folder.FullName, $"{job}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // The lock ends with its transaction, so it holds through poolers that change connections between transactions.
    private static async Task<IAsyncDisposable?> ByServerAsync(string connectionString, string job, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            _ = await connection.BeginTransactionAsync(cancel);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = KeyOf(job) } } };
            if (await command.ExecuteScalarAsync(cancel) is true)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private static long KeyOf(string job) =>
        BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"GciEngine job {job}")));
}
