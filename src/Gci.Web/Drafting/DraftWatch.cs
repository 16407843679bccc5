using Gci.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Drafting;

/// <summary>Keeps the shelf up to date with drafts that another instance of the service saved.</summary>
internal sealed partial class DraftWatch(IServiceProvider services, ServiceOptions options, ILogger<DraftWatch> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    /// <summary>Looks once at all drafts.</summary>
    internal static async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await services.GetRequiredService<EditionShelf>().RefreshAsync(scope.ServiceProvider.GetRequiredService<GciDb>(), cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.RunJobs)
        {
            return;
        }

        // The clock is stopped, not the wait broken off: a host that could not start takes that for a failure of the service.
        using var timer = new PeriodicTimer(s_pause);
        await using var end = stoppingToken.UnsafeRegister(clock => ((PeriodicTimer)clock!).Dispose(), timer);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await LookAsync(services, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble) when (trouble is System.Data.Common.DbException or InvalidOperationException)
            {
                Failed(log, trouble);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Drafts of editions could not be read; they are shown as they were. See that the database can be reached.")]
    private static partial void Failed(ILogger log, Exception trouble);
}
