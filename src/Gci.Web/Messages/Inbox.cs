using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Messages;

/// <summary>A conversation of a country with the secretariat.</summary>
/// <param name="IsWaiting">Whether the last word is the country's.</param>
/// <param name="IsWithheld">Whether it is about an answer that does not reach the reader; then nothing of it is shown.</param>
public sealed record InboxRow(Message Last, string Edition, string Country, bool IsWaiting, bool IsWithheld)
{
    public Conversation About => new(Last.ResponseId, Last.Question, Audience.Secretariat);
}

/// <summary>What the secretariat still has to answer, and what it answered: those who wait first, then by country.</summary>
/// <param name="Countries">The countries that wrote.</param>
public sealed record Inbox(IReadOnlyList<InboxRow> Rows, int Total, IReadOnlyList<string> Countries)
{
    public const int PageSize = 25;

    public static async Task<Inbox> LoadAsync(GciDb db, EditionShelf shelf, Actor reader, string? country, bool waitingOnly, int skip, int take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(shelf);
        var all = Waiting(db);
        var countries = await all.Select(row => row.Country).Distinct().OrderBy(code => code).ToListAsync(cancel);
        var wanted = all.Where(row => (country == null || row.Country == country) && (!waitingOnly || row.IsWaiting));
        var rows = await wanted.OrderByDescending(row => row.IsWaiting).ThenBy(row => row.Country).ThenByDescending(row => row.Last.At)
            .Skip(skip).Take(take).ToListAsync(cancel);
        var about = rows.Where(row => row.Last.Question is not null && shelf.Has(row.Edition)).Select(row => row.Last.ResponseId).Distinct().ToArray();
        var sights = await AnswerSight.LoadAsync(db, await db.Responses.AsNoTracking().Where(response => about.Contains(response.Id)).ToListAsync(cancel), shelf.Edition, reader, cancel);
        return new(
            [
                .. rows.DistinctBy(row => (row.Last.ResponseId, row.Last.Question)).Select(row => new InboxRow(
                    row.Last, row.Edition, row.Country, row.IsWaiting,
                    row.Last.Question is { } question && sights.GetValueOrDefault(row.Last.ResponseId)?.Reads(question) != true)),
            ],
            await wanted.CountAsync(cancel), countries);
    }

    /// <summary>How many conversations wait for the secretariat.</summary>
    public static Task<int> WaitingAsync(GciDb db, CancellationToken cancel) => Waiting(db).CountAsync(row => row.IsWaiting, cancel);

    private static IQueryable<Row> Waiting(GciDb db) =>
        from message in db.LastMessages()
        where message.Audience == Audience.Secretariat
        join response in db.Responses on message.ResponseId equals response.Id
        where response.Kind == ResponseKind.National
        join account in db.Users on message.By equals account.Id
        select new Row { Last = message, Edition = response.Edition, Country = response.Country, IsWaiting = account.Country == response.Country };

    private sealed class Row
    {
        public required Message Last { get; init; }

        public required string Edition { get; init; }

        public required string Country { get; init; }

        public required bool IsWaiting { get; init; }
    }
}
