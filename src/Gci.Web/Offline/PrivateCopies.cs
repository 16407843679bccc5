using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;

namespace Gci.Web.Offline;

/// <summary>Closes, reopens and deletes private copies, whether a page or a program asks for it.</summary>
public static class PrivateCopies
{
    /// <summary>The copy of the person's own; null where it is none, which looks the same as unknown.</summary>
    public static async Task<OpenedResponse?> FindCopyAsync(this GciDb db, EditionShelf shelf, Actor actor, Guid id, CancellationToken cancel) =>
        await OpenedResponse.FindAsync(db, shelf, actor, id, cancel) is { Response.Kind: ResponseKind.SelfAssessment } opened ? opened : null;

    /// <summary>Calls one of the copy's own methods; null where there is no such copy of the person's.</summary>
    public static async Task<Outcome<Response>?> ChangeCopyAsync(
        this GciDb db, EditionShelf shelf, Actor actor, Guid id, Func<Response, Refusal?> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.FindCopyAsync(shelf, actor, id, cancel) is null ? null : await db.ResponseAsync(
            id, (copy, _) => Task.FromResult(change(copy) is { } refusal ? Outcome<Response>.Not(refusal) : Outcome<Response>.Done(copy)), cancel);
    }
}
