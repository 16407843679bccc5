using Gci.Data;
using Microsoft.AspNetCore.Identity;

namespace Gci.Web.Accounts;

/// <summary>A change of an account and what follows from it, written together or not at all.</summary>
internal static class AccountChange
{
    /// <param name="then">Done only where the change succeeded, before the commit: a mail about it, say.</param>
    internal static async Task<IdentityResult> TogetherAsync(this GciDb db, Func<Task<IdentityResult>> change, Action then, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await change();
        if (result.Succeeded)
        {
            then();
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return result;
    }
}
