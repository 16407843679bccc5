using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Gci.Web.Jobs;

/// <summary>Work that comes round again and again and that nobody waits for. It can be broken off anywhere and starts from what is there.</summary>
[DisallowConcurrentExecution]
internal abstract class Work(WorkLog log) : IJob
{
    /// <summary>What the log calls it, in small letters and hyphens.</summary>
    internal abstract string Name { get; }

    /// <summary>What somebody should do when it fails.</summary>
    protected abstract string Remedy { get; }

    internal abstract Task RunAsync(CancellationToken cancel);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await log.RunAsync(Name, Remedy, RunAsync, cancellationToken);
}

/// <summary>Runs work in its turn. What goes wrong is logged once, until it goes right again or goes wrong in another way; the service goes on.</summary>
internal sealed partial class WorkLog(Turn turn, ILogger<WorkLog> log)
{
    private readonly ConcurrentDictionary<string, string> _troubles = new();

    internal async Task RunAsync(string name, string remedy, Func<CancellationToken, Task> run, CancellationToken cancel)
    {
        try
        {
            await using var taken = await turn.TryTakeAsync(name, cancel);
            if (taken is null)
            {
                return;
            }

            await run(cancel);
            if (_troubles.TryRemove(name, out _))
            {
                Again(log, name);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The service ends; the next run does what is left.
        }
        catch (Exception trouble)
        {
            if (_troubles.GetValueOrDefault(name) != trouble.Message)
            {
                _troubles[name] = trouble.Message;
                Failed(log, name, remedy, trouble);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The job {Name} failed and is tried again. {Remedy}")]
    private static partial void Failed(ILogger log, string name, string remedy, Exception trouble);

    [LoggerMessage(LogLevel.Warning, "The job {Name} works again.")]
    private static partial void Again(ILogger log, string name);
}
