using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Gci.Editions;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Running;

/// <summary>What happens when its time has come: each response in a transaction of its own, so that what is broken off goes on where it was.</summary>
public sealed class Deadlines(GciDb db, EditionShelf shelf, RunMails mails, TimeProvider clock)
{
    private sealed record Done;

    /// <summary>Does everything that is due in all editions that are run.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var edition in await db.Runs.OrderBy(run => run.Edition).Select(run => run.Edition).ToListAsync(cancel))
        {
            if (shelf.Has(edition))
            {
                await CloseAsync(shelf.Edition(edition), cancel);
                await RemindAsync(shelf.Edition(edition), cancel);
                await MissAsync(EditionRun.Service, shelf.Edition(edition), cancel);
                await EndAsync(shelf.Edition(edition), cancel);
            }
        }
    }

    /// <summary>Marks every country without an extension that did not submit, where answering is closed.</summary>
    internal async Task MissAsync(Actor actor, Edition edition, CancellationToken cancel)
    {
        if (await db.Runs.AnyAsync(run => run.Edition == edition.Id && run.State <= RunState.Open, cancel))
        {
            return;
        }

        var now = Moment.Now(clock);
        await EachAsync(
            db.Responses.Where(response => response.Edition == edition.Id && response.Kind == ResponseKind.National
                && (response.State == ResponseState.NotStarted || response.State == ResponseState.InProgress)
                && (response.ExtendedUntil == null || response.ExtendedUntil <= now)),
            (response, _) => Task.FromResult(response.MissDeadline(actor, Moment.Now(clock))),
            (person, response) => mails.Missed(person, edition, response),
            cancel);
    }

    private async Task CloseAsync(Edition edition, CancellationToken cancel) => await db.RunAsync(
        edition.Id,
        (run, _) =>
        {
            run.CloseIfDue(Moment.Now(clock));
            return Task.FromResult(new Done());
        },
        cancel);

    private async Task RemindAsync(Edition edition, CancellationToken cancel)
    {
        var present = await db.Runs.AsNoTracking().SingleAsync(run => run.Edition == edition.Id, cancel);
        if (present.ReminderDue(Moment.Now(clock)) is null)
        {
            return;
        }

        await db.RunAsync(
            edition.Id,
            async (run, stop) =>
            {
                var now = Moment.Now(clock);
                if (run.ReminderDue(now) is { } days)
                {
                    run.Remind(EditionRun.Service, days, await mails.RemindAllAsync(new(edition, run, EditionRun.Service), now, stop), now);
                }

                return new Done();
            },
            cancel);
    }

    private async Task EndAsync(Edition edition, CancellationToken cancel)
    {
        var now = Moment.Now(clock);
        await EachAsync(
            db.Responses.Where(response => response.Edition == edition.Id && response.ReturnDue <= now
                && (response.State == ResponseState.Returned || response.State == ResponseState.Offered)),
            EndAsync,
            (person, response) => mails.Ended(person, edition, response),
            cancel);
    }

    // Somebody may have resubmitted, or set another day, since the response was found.
    private async Task<bool> EndAsync(Response response, CancellationToken cancel)
    {
        var now = Moment.Now(clock);
        if (response.ReturnDue > now)
        {
            return false;
        }

        if (response.State == ResponseState.Offered)
        {
            return await db.EndOfferAsync(response, EditionRun.Service, now, cancel) is null;
        }

        var returned = await PresentReturn.LoadAsync(db, response, cancel);
        return response.EndReturn(EditionRun.Service, returned.Questions, returned.IsChanged, now) is null;
    }

    private async Task EachAsync(
        IQueryable<Response> due, Func<Response, CancellationToken, Task<bool>> change, Action<Account, Guid> tell, CancellationToken cancel)
    {
        foreach (var id in await due.OrderBy(response => response.Country).Select(response => response.Id).ToListAsync(cancel))
        {
            await db.ResponseAsync(
                id,
                async (response, stop) =>
                {
                    foreach (var person in await change(response, stop) ? await mails.FocalPointsAsync(response.Country, stop) : [])
                    {
                        tell(person, response.Id);
                    }

                    return new Done();
                },
                cancel);
        }
    }
}
