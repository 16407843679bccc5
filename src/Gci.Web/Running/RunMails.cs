using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Running;

/// <summary>What focal points are told while an edition runs; each mail is queued in the transaction of what it tells about.</summary>
public sealed class RunMails(GciDb db, EditionShelf shelf, Letters letters, ServiceOptions options)
{
    /// <summary>Who leads the countries' responses, by country.</summary>
    internal async Task<ILookup<string, Account>> FocalPointsAsync(CancellationToken cancel) =>
        (await db.FocalPoints().AsNoTracking().ToListAsync(cancel))
            .ToLookup(person => person.Country!, StringComparer.Ordinal);

    internal async Task<IReadOnlyList<Account>> FocalPointsAsync(string country, CancellationToken cancel) =>
        await db.FocalPoints().AsNoTracking().Where(person => person.Country == country).ToListAsync(cancel);

    /// <summary>Tells a focal point that answering is open, or open again.</summary>
    /// <param name="due">Null where its end is not set.</param>
    internal void Opened(Account to, Edition edition, DateTimeOffset? due) => letters.Queue(
        to, due is null ? "edition-opened" : "edition-opened-until",
        [.. About(to, edition), ("time", due is { } end ? shelf.In(to.Language).Moment(end) : null), ("link", $"{options.PublicAddress}/responses")]);

    internal void Remind(Account to, Edition edition, Guid? response, DateTimeOffset due, DateTimeOffset now) => letters.Queue(
        to, "edition-reminder",
        [.. About(to, edition), ("count", CountryRow.Days(due, now)), ("time", shelf.In(to.Language).Moment(due)), ("link", LinkTo(response))]);

    internal void Extended(Account to, Edition edition, Guid response, DateTimeOffset until) => letters.Queue(
        to, "edition-extended", [.. About(to, edition), ("time", shelf.In(to.Language).Moment(until)), ("link", LinkTo(response))]);

    internal void Missed(Account to, Edition edition, Guid response) => letters.Queue(
        to, "edition-missed", [.. About(to, edition), ("link", $"{options.PublicAddress}/responses/{response}/messages")]);

    /// <summary>Tells that what was sent back or offered is with the secretariat again, because its time is over.</summary>
    internal void Ended(Account to, Edition edition, Guid response) => letters.Queue(to, "edition-time-over", [.. About(to, edition), ("link", LinkTo(response))]);

    /// <summary>Reminds every country that could still submit. Returns how many people are written to.</summary>
    internal async Task<int> RemindAllAsync(OpenedRun opened, DateTimeOffset now, CancellationToken cancel)
    {
        var due = await DueAsync(opened, now, cancel);
        foreach (var (person, response, end) in due)
        {
            Remind(person, opened.Edition, response, end, now);
        }

        return due.Count;
    }

    /// <summary>Whom a reminder goes to now: the focal points of countries that may answer and have not submitted.</summary>
    internal async Task<IReadOnlyList<(Account Person, Guid? Response, DateTimeOffset Due)>> DueAsync(OpenedRun opened, DateTimeOffset now, CancellationToken cancel)
    {
        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == opened.Edition.Id && response.Kind == ResponseKind.National)
            .ToDictionaryAsync(response => response.Country, cancel);
        var people = await FocalPointsAsync(cancel);
        return
        [
            .. opened.Edition.Countries.Keys.Select(country => (Country: country, Response: responses.GetValueOrDefault(country)))
                .Select(found => (found.Country, found.Response?.Id, Due: opened.DueFor(found.Response)))
                .Where(found => found.Due > now)
                .SelectMany(found => people[found.Country].Select(person => (person, found.Id, found.Due!.Value))),
        ];
    }

    private string LinkTo(Guid? response) => response is { } id ? $"{options.PublicAddress}/responses/{id}" : $"{options.PublicAddress}/responses";

    private static (string Name, object? Value)[] About(Account to, Edition edition) =>
        [("country", edition.Countries[to.Country!].NameIn(to.Language)), ("edition", edition.Title)];
}
