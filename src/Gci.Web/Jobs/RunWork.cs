using Gci.Web.Running;

namespace Gci.Web.Jobs;

/// <summary>Does what the calendars of editions say: ends answering, reminds, ends what was sent back or offered to a country.</summary>
internal sealed class RunWork(WorkLog log, Deadlines deadlines) : Work(log)
{
    internal override string Name => "runs";

    protected override string Remedy => "Deadlines of editions wait until it works: see that the database can be reached.";

    internal override Task RunAsync(CancellationToken cancel) => deadlines.RunAsync(cancel);
}
