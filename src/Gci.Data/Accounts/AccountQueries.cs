namespace Gci.Data.Accounts;

/// <summary>People by what they do.</summary>
public static class AccountQueries
{
    /// <summary>Who leads countries' responses and can sign in, in the same order each time.</summary>
    public static IQueryable<Account> FocalPoints(this GciDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Users.Where(person => person.Role == Role.FocalPoint && person.ClosedAt == null).OrderBy(person => person.Id);
    }
}
