using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Web.Answering;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>Gives the pillars of countries to reviewers; pages and programs come through here.</summary>
public sealed class Assigning(GciDb db, Letters letters, EditionShelf shelf, TimeProvider clock)
{
    /// <summary>Who can review: the open accounts of the secretariat, reviewers first.</summary>
    public async Task<ImmutableArray<Account>> ReviewersAsync(CancellationToken cancel)
    {
        var staff = await db.Users.AsNoTracking().Where(user => user.ClosedAt == null && (user.Role == Role.Reviewer || user.Role == Role.Analyst || user.Role == Role.Administrator)).ToListAsync(cancel);
        return [.. staff.OrderBy(user => user.Role != Role.Reviewer).ThenBy(user => user.Name, StringComparer.Ordinal).ThenBy(user => user.Id)];
    }

    /// <summary>Gives one seat of a pillar to somebody, or to nobody.</summary>
    public Task<Refusal?> AssignAsync(OpenedResponse opened, string pillar, ReviewSeat seat, Guid? reviewer, CancellationToken cancel) =>
        AssignAsync(opened, [(pillar, seat, reviewer)], cancel);

    /// <summary>All together or none.</summary>
    public async Task<Refusal?> AssignAsync(OpenedResponse opened, IReadOnlyCollection<(string Pillar, ReviewSeat Seat, Guid? Reviewer)> wanted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(wanted);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) => Outcome<Response>.Of(response, await AssignAsync(opened.Actor, response, wanted, stop)),
            cancel);
        if (outcome?.Refusal is { } refusal)
        {
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            return refusal;
        }

        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return null;
    }

    /// <summary>Spreads countries evenly over reviewers, each country with all its pillars, in the order of the countries' codes. Seats that are taken stay as they are.</summary>
    /// <returns>How many countries were given to somebody.</returns>
    public async Task<(int Countries, Refusal? Refusal)> SpreadAsync(
        Actor actor, Edition edition, IReadOnlyCollection<string> countries, IReadOnlyList<Guid> reviewers, IReadOnlyList<ReviewSeat> seats, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(seats);
        var load = reviewers.Distinct().ToDictionary(reviewer => reviewer, _ => 0);
        if (load.Count < seats.Count || seats.Count == 0 || countries.Count == 0)
        {
            return (0, new("spread-nothing", ("count", seats.Count)));
        }

        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == edition.Id && response.Kind == ResponseKind.National && countries.Contains(response.Country))
            .OrderBy(response => response.Country).ToListAsync(cancel);
        var (given, told) = (0, new HashSet<Guid>());
        foreach (var response in responses)
        {
            var present = await db.Assigned(response.Id).AsNoTracking().ToListAsync(cancel);
            var wanted = Wanted(edition, present, load, seats).ToList();
            if (wanted.Count == 0)
            {
                continue;
            }

            if (await AssignAsync(new OpenedResponse(response, edition, actor, []), wanted, cancel) is { } refusal)
            {
                return (given, refusal);
            }

            given++;
            told.UnionWith(wanted.Select(want => want.Reviewer!.Value));
        }

        await TellAsync(edition, told, cancel);
        return (given, null);
    }

    // The least burdened person takes the next seat of the country, if it is not in another seat of it already.
    private static IEnumerable<(string Pillar, ReviewSeat Seat, Guid? Reviewer)> Wanted(
        Edition edition, List<Assignment> present, Dictionary<Guid, int> load, IReadOnlyList<ReviewSeat> seats)
    {
        var busy = present.Select(assignment => assignment.ReviewerId).ToHashSet();
        foreach (var seat in seats)
        {
            var free = edition.Questionnaire!.Sections.Select(section => section.Pillar).Where(pillar => present.All(assignment => assignment.Pillar != pillar || assignment.Seat != seat)).ToList();
            var able = load.Keys.Where(reviewer => !busy.Contains(reviewer)).ToList();
            if (free.Count == 0 || able.Count == 0)
            {
                continue;
            }

            var chosen = able.MinBy(reviewer => load[reviewer]);
            load[chosen]++;
            busy.Add(chosen);
            foreach (var pillar in free)
            {
                yield return (pillar, seat, chosen);
            }
        }
    }

    private async Task<Refusal?> AssignAsync(Actor actor, Response response, IEnumerable<(string Pillar, ReviewSeat Seat, Guid? Reviewer)> wanted, CancellationToken cancel)
    {
        var present = await db.Assigned(response.Id).ToListAsync(cancel);
        var all = wanted.ToList();

        // Seats are emptied first, so that two people can change places.
        foreach (var (pillar, seat, reviewer) in all)
        {
            if (present.Find(assignment => assignment.Pillar == pillar && assignment.Seat == seat) is { } held && held.ReviewerId != reviewer
                && response.Unassign(actor, held, Moment.Now(clock)) is { } refusal)
            {
                return refusal;
            }
        }

        await db.SaveChangesAsync(cancel); // a seat has one holder at a time in the database too
        foreach (var (pillar, seat, reviewer) in all.Where(want => want.Reviewer is not null))
        {
            var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == reviewer, cancel);
            if (account is null)
            {
                return new("reviewer-unsuitable");
            }

            var before = present.Count(assignment => assignment.EndedAt is null && assignment.Pillar == pillar && assignment.Seat == seat);
            if (response.Assign(actor, account, pillar, seat, present, Moment.Now(clock)) is { } refusal)
            {
                return refusal;
            }

            if (before == 0)
            {
                present.Add(response.LastAssigned());
            }
        }

        return actor.Role is Role.Administrator or Role.Analyst ? null : new("run-not-yours");
    }

    private async Task TellAsync(Edition edition, HashSet<Guid> reviewers, CancellationToken cancel)
    {
        foreach (var reviewer in await db.Users.AsNoTracking().Where(user => reviewers.Contains(user.Id)).OrderBy(user => user.Id).ToListAsync(cancel))
        {
            letters.Queue(reviewer, "assigned", ("edition", shelf.Edition(edition.Id).Title));
        }

        await db.SaveChangesAsync(cancel);
    }
}
