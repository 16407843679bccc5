using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;

namespace Gci.Web.Reviewing;

/// <summary>Finds responses for those who review.</summary>
public static class ReviewedResponse
{
    /// <summary>Null for everybody who is not of the secretariat, and where it is no country's own response.</summary>
    public static async Task<OpenedResponse?> FindAsync(GciDb db, EditionShelf shelf, Actor actor, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.IsSecretariat() && await OpenedResponse.FindAsync(db, shelf, actor, id, cancel) is { Response.Kind: ResponseKind.National } opened ? opened : null;
    }
}
