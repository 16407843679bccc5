using System.Data.Common;
using System.Globalization;
using Gci.Data;
using Gci.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Jobs;

/// <summary>Seals all chains, and prints each seal to a file that can be kept where nobody who changes the database could change it.</summary>
internal sealed class SealWork(WorkLog log, GciDb db, ServiceOptions options, TimeProvider clock) : Work(log)
{
    private const int Attempts = 5;

    internal override string Name => "seals";

    protected override string Remedy => $"Until then nothing new is sealed: see that {options.SealKeyFile} can be read and {options.SealsFolder} be written.";

    internal override async Task RunAsync(CancellationToken cancel)
    {
        using var key = SealKey.OpenOrMake(options.SealKeyFile);
        await SealAsync(key, cancel);
        await PrintAsync(cancel);
    }

    // A seal sees all chains at one moment; where somebody saves at that moment, the server may ask to try again.
    private async Task SealAsync(SealKey key, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.SealAsync(key, clock, cancel);
                return;
            }
            catch (Exception busy) when (attempt < Attempts && busy.GetBaseException() is DbException { IsTransient: true })
            {
                db.ChangeTracker.Clear();
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), clock, cancel);
            }
        }
    }

    private async Task PrintAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(options.SealsFolder);
        foreach (var number in await db.Seals.OrderBy(seal => seal.Number).Select(seal => seal.Number).ToListAsync(cancel))
        {
            var path = Path.Combine(options.SealsFolder, string.Create(CultureInfo.InvariantCulture, $"{number}.txt"));
            if (!File.Exists(path))
            {
                var seal = await db.Seals.AsNoTracking().Include(seal => seal.Heads).SingleAsync(seal => seal.Number == number, cancel);
                await File.WriteAllTextAsync(path + ".part", Text(seal), cancel);
                File.Move(path + ".part", path);
            }
        }
    }

    private static string Text(Seal seal) => string.Create(CultureInfo.InvariantCulture, $"""
        Seal {seal.Number}
        Time      {seal.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC
        Hash      {seal.Hash}
        Before    {seal.Previous}
        Signature {seal.Signature}

        Response, links, hash of the last link
        {string.Join('\n', seal.Heads.OrderBy(head => head.ResponseId.ToString(), StringComparer.Ordinal).Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.ResponseId} {head.Length} {head.Hash}")))}

        """);
}
