using Gci.Data;
using Gci.Web.Links;

namespace Gci.Web.Jobs;

/// <summary>Tries the links that are due.</summary>
internal sealed class LinkWork(WorkLog log, GciDb db, LinkProbe probe, TimeProvider clock) : Work(log)
{
    internal override string Name => "links";

    protected override string Remedy => "Links show what was found at the last try.";

    internal override Task RunAsync(CancellationToken cancel) => new LinkChecks(db, probe, clock).RunAsync(cancel);
}
