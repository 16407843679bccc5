using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;

namespace Gci.Web.People;

/// <summary>A national response for the person who leads it; for everybody else it has no people.</summary>
internal static class LedResponse
{
    internal static async Task<OpenedResponse?> FindAsync(GciDb db, EditionShelf shelf, Actor actor, Guid id, CancellationToken cancel) =>
        await OpenedResponse.FindAsync(db, shelf, actor, id, cancel) is { IsLed: true, Response.Kind: ResponseKind.National } opened ? opened : null;
}
