using System.Data.Common;
using Gci.Data;
using Gci.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Submitting;

/// <summary>Seals the heads of all chains, one seal at a time in this process.</summary>
public sealed partial class Sealer(IServiceScopeFactory scopes, ServiceOptions options, TimeProvider clock, ILogger<Sealer> log) : IDisposable
{
    private const int Attempts = 5;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>
    /// Seals what was committed so far. Where that cannot be done now nothing is lost: the next seal covers it, and the reason is logged.
    /// </summary>
    public async Task SealAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            for (var attempt = 1; !await TriedAsync(attempt, cancel); attempt++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(40 * attempt), clock, cancel);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // PostgreSQL lets one of two that seal at the same moment begin again.
    private async Task<bool> TriedAsync(int attempt, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            using var key = SealKey.OpenOrMake(options.SealKeyFile);
            await scope.ServiceProvider.GetRequiredService<GciDb>().SealAsync(key, clock, cancel);
            return true;
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException or IOException)
        {
            if (attempt == Attempts)
            {
                Failed(log, failure);
            }

            return attempt == Attempts;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The chains could not be sealed; the next seal covers what was submitted meanwhile.")]
    private static partial void Failed(ILogger log, Exception failure);
}
