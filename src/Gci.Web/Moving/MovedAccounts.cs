using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Moving;

/// <summary>
/// The people whom rows refer to: who they are and no password. Where they are not known they arrive with a closed account; an administrator
/// reopens it, and the person chooses a new password.
/// </summary>
internal static class MovedAccounts
{
    internal static string Line(Account account) => RowText.Line(
    [
        ("Id", account.Id), ("Country", account.Country), ("CreatedAt", account.CreatedAt), ("Email", account.Email), ("Language", account.Language), ("Name", account.Name), ("Role", account.Role),
    ]);

    internal static async Task AddAsync(GciDb db, IEnumerable<string> lines, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Users.AsNoTracking().Select(user => new { user.Id, user.NormalizedEmail }).ToListAsync(cancel);
        var (ids, addresses) = (known.Select(user => user.Id).ToHashSet(), known.Select(user => user.NormalizedEmail).ToHashSet());
        foreach (var account in lines.Select(line => Read(line, now)).Where(account => !ids.Contains(account.Id)))
        {
            // Somebody else signs in here with this address; the record must keep its own person.
            if (addresses.Contains(account.NormalizedEmail))
            {
                Address(account, $"{account.Id:N}@moved.invalid");
            }

            db.Users.Add(account);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static Account Read(string line, DateTimeOffset now)
    {
        var fields = RowText.Fields(line);
        T? Field<T>(string name) => fields.TryGetValue(name, out var value) ? (T?)RowText.Read(value, typeof(T)) : throw new DamagedArchiveException($"An account has no {name}.");
        var account = new Account
        {
            Id = Field<Guid>("Id"),
            Name = Field<string>("Name") ?? "",
            Role = Field<Role>("Role"),
            Country = Field<string>("Country"),
            Language = Field<string>("Language") ?? "en",
            CreatedAt = Field<DateTimeOffset>("CreatedAt"),
            ClosedAt = now,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        Address(account, Field<string>("Email") ?? $"{account.Id:N}@moved.invalid");
        return account;
    }

    private static void Address(Account account, string address)
    {
        (account.UserName, account.Email, account.EmailConfirmed) = (address, address, true);
        account.NormalizedUserName = account.NormalizedEmail = address.ToUpperInvariant();
    }
}
