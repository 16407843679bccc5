using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>Reviews are closed and taken up again here, whether a page or a program asks for it.</summary>
public static class Closing
{
    /// <summary>Null where it was closed.</summary>
    public static async Task<Refusal?> CloseReviewAsync(this GciDb db, OpenedResponse opened, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return (await db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var content = new ReviewContent(opened, await Dossier.LoadAsync(db, response.Id, stop), await ReviewRows.LoadAsync(db, opened, stop), "en");
                return Outcome<Response>.Of(response, response.CloseReview(opened.Actor, content.Assignments, content.Unsettled, Moment.Now(clock)));
            },
            cancel))?.Refusal;
    }

    /// <summary>Null where it was taken up again.</summary>
    public static async Task<Refusal?> ReopenReviewAsync(this GciDb db, OpenedResponse opened, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return (await db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var isFrozen = await db.Runs.AnyAsync(run => run.Edition == response.Edition && (run.State == RunState.Frozen || run.State == RunState.Archived), stop);
                return Outcome<Response>.Of(response, response.ReopenReview(opened.Actor, isFrozen, Moment.Now(clock)));
            },
            cancel))?.Refusal;
    }
}
