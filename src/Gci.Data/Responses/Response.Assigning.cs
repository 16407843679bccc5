using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Reviews;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>Gives a pillar of this response to a reviewer, in place of who held the seat before.</summary>
    /// <param name="present">The assignments of this response that have not ended.</param>
    public Refusal? Assign(Actor actor, Account reviewer, string pillar, ReviewSeat seat, IEnumerable<Assignment> present, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reviewer);
        ArgumentNullException.ThrowIfNull(present);
        var here = present.Where(assignment => assignment.Pillar == pillar && assignment.EndedAt is null).ToList();
        var refusal = WhyNotRun(actor)
            ?? Refusal.Unless(reviewer.Role.IsSecretariat() && reviewer.ClosedAt is null, "reviewer-unsuitable")
            ?? Refusal.If(here.Any(assignment => assignment.Seat != seat && assignment.ReviewerId == reviewer.Id), "reviewer-twice");
        if (refusal is not null || here.Any(assignment => assignment.Seat == seat && assignment.ReviewerId == reviewer.Id))
        {
            return refusal;
        }

        if (here.FirstOrDefault(assignment => assignment.Seat == seat) is { } before)
        {
            End(actor, before, now);
        }

        var assignment = new Assignment
        {
            Id = Guid.CreateVersion7(now),
            ResponseId = Id,
            Pillar = pillar,
            Seat = seat,
            ReviewerId = reviewer.Id,
            AssignedBy = actor.Id,
            At = now,
        };
        Added.Add(Append(actor, ReviewActions.Assigned, assignment.Id.ToString(), assignment.ContentHash(), now));
        Added.Add(assignment);
        return null;
    }

    /// <summary>Takes a seat away; what was judged from it stays.</summary>
    public Refusal? Unassign(Actor actor, Assignment assignment, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        if (WhyNotRun(actor) is { } refusal)
        {
            return refusal;
        }

        if (assignment.EndedAt is null)
        {
            End(actor, assignment, now);
        }

        return null;
    }

    /// <summary>The assignment that was made last since the response was loaded.</summary>
    public Assignment LastAssigned() => Added.OfType<Assignment>().Last();

    private void End(Actor actor, Assignment assignment, DateTimeOffset now)
    {
        assignment.EndedAt = now;
        Added.Add(Append(actor, ReviewActions.Unassigned, assignment.Id.ToString(), CanonicalHash.Of("assignment", assignment.Id.ToString(), "ended"), now));
    }
}
