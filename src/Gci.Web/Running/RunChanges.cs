using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Running;

/// <summary>What became of a change to a run.</summary>
/// <param name="Count">How many people were written to.</param>
public sealed record RunOutcome(Refusal? Refusal, int Count = 0);

/// <summary>Runs editions; pages and API come through here.</summary>
public sealed class RunChanges(GciDb db, EditionShelf shelf, RunMails mails, Deadlines deadlines, TimeProvider clock)
{
    /// <summary>Begins the run of an edition.</summary>
    public async Task<Refusal?> BeginAsync(Actor actor, Edition edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (EditionRun.WhyNotBegin(actor, await IsRunAsync(edition, cancel)) is { } refusal)
        {
            return refusal;
        }

        db.Begin(EditionRun.Begin(actor, edition.Id, Moment.Now(clock)));
        try
        {
            await db.SaveChangesAsync(cancel);
            shelf.Show(edition.Id);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody else was quicker; anything else is thrown on.
            db.ChangeTracker.Clear();
            if (EditionRun.WhyNotBegin(actor, await IsRunAsync(edition, cancel)) is { } begun)
            {
                return begun;
            }

            throw;
        }
    }

    /// <param name="seen">The length of the run's chain when the person looked at it; null for programs that did not look.</param>
    public Task<Refusal?> ScheduleAsync(Actor actor, Edition edition, RunCalendar calendar, int? seen, CancellationToken cancel) => ChangeAsync(
        edition, (run, _) => Task.FromResult(new RunOutcome(run.WhyChanged(actor, seen) ?? run.Schedule(actor, calendar, Moment.Now(clock)))), cancel);

    /// <summary>Takes a step that one person decides. Countries are told when answering opens, and when it closed without their answers.</summary>
    public async Task<Refusal?> TakeAsync(Actor actor, Edition edition, RunStep step, int? seen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (step == RunStep.Open && edition.IsDrafted)
        {
            return new("edition-drafted");
        }

        var refusal = await ChangeAsync(
            edition,
            async (run, stop) =>
            {
                var now = Moment.Now(clock);
                if ((run.WhyChanged(actor, seen) ?? run.Take(actor, step, now)) is { } refused)
                {
                    return new(refused);
                }

                if (step == RunStep.Open)
                {
                    await TellOpenedAsync(edition, run.AnswersDue, stop);
                }

                return new(null);
            },
            cancel);
        if (refusal is null && step == RunStep.CloseAnswering)
        {
            await deadlines.MissAsync(actor, edition, cancel);
        }
        else if (refusal is null && step == RunStep.Reopen)
        {
            await ResumeAsync(actor, edition, cancel);
        }

        return refusal;
    }

    /// <summary>Lets a country answer longer than the others. Where it has not begun its response is opened in its name.</summary>
    public async Task<Refusal?> ExtendAsync(Actor actor, Edition edition, string country, DateTimeOffset until, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (!await IsRunAsync(edition, cancel))
        {
            return new("not-run");
        }

        var people = await mails.FocalPointsAsync(country, cancel);
        if (await ResponseOfAsync(edition, country, cancel) is { } id)
        {
            return (await db.ResponseAsync(id, (response, _) => Task.FromResult(new RunOutcome(Extend(response, Moment.Now(clock)))), cancel))?.Refusal;
        }

        return (await db.OpenForAsync(actor, edition, country, Extend, clock, cancel)).Refusal;

        Refusal? Extend(Response response, DateTimeOffset now)
        {
            var refusal = response.Extend(actor, until, now);
            foreach (var person in refusal is null ? people : [])
            {
                mails.Extended(person, edition, response.Id, until);
            }

            return refusal;
        }
    }

    /// <summary>Reminds all countries that could still submit.</summary>
    public async Task<RunOutcome> RemindAsync(Actor actor, Edition edition, int? seen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return await db.RunAsync(
            edition.Id,
            async (run, stop) =>
            {
                var now = Moment.Now(clock);
                if (run.WhyChanged(actor, seen) is { } changed)
                {
                    return new(changed);
                }

                // The mails of a reminder that is refused are not kept.
                var count = await mails.RemindAllAsync(new(edition, run, actor), now, stop);
                if (run.Remind(actor, null, count, now) is { } refusal)
                {
                    db.ChangeTracker.Clear();
                    return new(refusal);
                }

                return new RunOutcome(null, count);
            },
            cancel) ?? new(new("not-run"));
    }

    private async Task TellOpenedAsync(Edition edition, DateTimeOffset? due, CancellationToken cancel)
    {
        foreach (var person in (await mails.FocalPointsAsync(cancel)).Where(people => edition.Countries.ContainsKey(people.Key)).SelectMany(people => people))
        {
            mails.Opened(person, edition, due);
        }
    }

    private async Task ResumeAsync(Actor actor, Edition edition, CancellationToken cancel)
    {
        var due = await db.Runs.Where(run => run.Edition == edition.Id).Select(run => run.AnswersDue).SingleAsync(cancel);
        var missed = await db.Responses.Where(response => response.Edition == edition.Id && response.State == ResponseState.NoReply)
            .OrderBy(response => response.Country).Select(response => response.Id).ToListAsync(cancel);
        foreach (var id in missed)
        {
            await db.ResponseAsync(
                id,
                async (response, stop) =>
                {
                    if (response.Resume(actor, Moment.Now(clock)) is { } refusal)
                    {
                        return new RunOutcome(refusal);
                    }

                    foreach (var person in await mails.FocalPointsAsync(response.Country, stop))
                    {
                        mails.Opened(person, edition, due);
                    }

                    return new(null);
                },
                cancel);
        }
    }

    private async Task<Refusal?> ChangeAsync(Edition edition, Func<EditionRun, CancellationToken, Task<RunOutcome>> decide, CancellationToken cancel) =>
        (await db.RunAsync(edition.Id, decide, cancel) ?? new(new("not-run"))).Refusal;

    private Task<bool> IsRunAsync(Edition edition, CancellationToken cancel) => db.Runs.AnyAsync(run => run.Edition == edition.Id, cancel);

    private async Task<Guid?> ResponseOfAsync(Edition edition, string country, CancellationToken cancel) => await db.Responses
        .Where(response => response.Edition == edition.Id && response.Country == country && response.Kind == ResponseKind.National)
        .Select(response => (Guid?)response.Id).FirstOrDefaultAsync(cancel);
}
