using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Runs;
using Gci.Editions.Translations;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Messages;

/// <summary>Who wrote something, as the reader may know it: countries read "the secretariat", never the name of one of its people.</summary>
public sealed class Authors
{
    private readonly Dictionary<Guid, Account> _accounts;
    private readonly InterfaceTexts _texts;
    private readonly bool _namesStaff;

    private Authors(Dictionary<Guid, Account> accounts, InterfaceTexts texts, bool namesStaff) => (_accounts, _texts, _namesStaff) = (accounts, texts, namesStaff);

    public static async Task<Authors> LoadAsync(GciDb db, IEnumerable<Guid> people, Actor reader, InterfaceTexts texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(reader);
        var ids = people.Distinct().ToArray();
        var accounts = ids.Length == 0 ? [] : await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, cancel);
        return new(accounts, texts, !reader.Role.IsRespondent());
    }

    public string Of(Guid person) => person == EditionRun.Service.Id ? _texts["messages.service"]
        : !_accounts.TryGetValue(person, out var account) ? _texts["messages.unknown"]
        : account.Role.IsRespondent() || _namesStaff ? account.Name
        : _texts["messages.secretariat"];

    public bool IsFrom(Guid person, string country) => _accounts.TryGetValue(person, out var account) && account.Country == country;
}
