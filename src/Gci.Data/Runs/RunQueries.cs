using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Runs;

public static class RunQueries
{
    /// <summary>How far the run of an edition is; null where it is not being run.</summary>
    public static Task<RunState?> RunStateAsync(this GciDb db, string edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Runs.Where(run => run.Edition == edition).Select(run => (RunState?)run.State).FirstOrDefaultAsync(cancel);
    }
}
