using Gci.Data.Accounts;
using Gci.Data.Auditing;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>The owner closes a private copy: it is kept, and can only be read until it is reopened. Nothing happens where it is closed.</summary>
    public Refusal? ClosePrivateCopy(Actor actor, DateTimeOffset now) => MoveCopy(actor, AuditActions.CopyClosed, ResponseState.PutAside, now);

    /// <summary>The owner goes on with a private copy that was closed. Nothing happens where it is open.</summary>
    public Refusal? ReopenPrivateCopy(Actor actor, DateTimeOffset now) => IsOpen ? WhyNotOwn(actor) : MoveCopy(actor, AuditActions.CopyReopened, ResponseState.InProgress, now);

    /// <summary>
    /// The owner deletes a private copy. It was never handed in, so nobody else has a right to it: all that it held is erased in the same
    /// transaction, and it belongs to nobody any more. Its chain stays and proves that it was deleted and by whom; it holds hashes only.
    /// </summary>
    public Refusal? DeletePrivateCopy(Actor actor, DateTimeOffset now)
    {
        if (MoveCopy(actor, AuditActions.CopyDeleted, ResponseState.Deleted, now) is { } refusal)
        {
            return refusal;
        }

        OwnerId = Id;
        return null;
    }

    /// <summary>Whether nothing but the chain is left of it.</summary>
    internal bool IsErased => Kind == ResponseKind.SelfAssessment && State == ResponseState.Deleted;

    private Refusal? MoveCopy(Actor actor, string action, ResponseState to, DateTimeOffset now)
    {
        if (WhyNotOwn(actor) is { } refusal)
        {
            return refusal;
        }

        if (State != to)
        {
            Move(actor, action, CanonicalHash.Of("copy", Id.ToString(), to.ToString()), now);
        }

        return null;
    }

    private Refusal? WhyNotOwn(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return IsErased ? new("copy-deleted") : Refusal.If(Kind != ResponseKind.SelfAssessment || OwnerId != actor.Id, "not-allowed");
    }
}
