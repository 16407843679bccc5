using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Running;

/// <summary>An edition as the secretariat sees it, with its run.</summary>
/// <param name="Run">Null where the edition is not run yet.</param>
public sealed record OpenedRun(Edition Edition, EditionRun? Run, Actor Actor)
{
    /// <summary>Whether the person may change anything about the run; reviewers only look.</summary>
    public bool IsRunBy => Actor.Role is Role.Administrator or Role.Analyst;

    /// <summary>Null where the edition is unknown, and for everybody outside the secretariat.</summary>
    public static async Task<OpenedRun?> FindAsync(GciDb db, EditionShelf shelf, Actor actor, string edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.IsSecretariat() && shelf.Has(edition, actor)
            ? new(shelf.Edition(edition), await db.Runs.AsNoTracking().FirstOrDefaultAsync(run => run.Edition == edition, cancel), actor)
            : null;
    }

    /// <summary>Until when a country may answer; null where nothing is set, or answering is not open to it.</summary>
    public DateTimeOffset? DueFor(Response? response) =>
        response is not null && response.State is not (ResponseState.NotStarted or ResponseState.InProgress) ? null
        : response?.ExtendedUntil ?? (Run?.State == RunState.Open ? Run.AnswersDue : null);
}
