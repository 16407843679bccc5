using Gci.Data;
using Gci.Data.Auditing;
using Gci.Editions.Translations;
using Gci.Web.Answering;
using Gci.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.History;

/// <summary>What of a history is wanted.</summary>
/// <param name="Section">The code of a section.</param>
/// <param name="Before">Only links before this one; null from the newest.</param>
public sealed record HistoryFilter(string? Section = null, string? Question = null, Guid? Person = null, int? Before = null);

/// <summary>A stretch of a response's history, newest first.</summary>
/// <param name="Next">Where the next older stretch begins; null at the end.</param>
public sealed record ResponseHistory(IReadOnlyList<HistoryRow> Rows, int? Next)
{
    public const int PageSize = 30;

    // So many links at most are looked through for one page; whoever may see few of them goes on with the next page.
    private const int Batch = 400;
    private const int MostBatches = 10;

    /// <summary>Null where the response has no history for the person.</summary>
    public static async Task<ResponseHistory?> LoadAsync(
        GciDb db, OpenedResponse opened, HistoryFilter filter, InterfaceTexts texts, CancellationToken cancel, int size = PageSize)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(filter);
        if (await HistorySight.OfAsync(db, opened, cancel) is not { } sight)
        {
            return null;
        }

        var (rows, before) = (new List<HistoryRow>(), filter.Before ?? int.MaxValue);
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var entries = await db.Audit.AsNoTracking()
                .Where(entry => entry.ResponseId == opened.Response.Id && entry.Sequence < before && (filter.Person == null || entry.Actor == filter.Person))
                .OrderByDescending(entry => entry.Sequence).Take(Batch).ToListAsync(cancel);
            var matters = await Matters.LoadAsync(db, opened.Response.Id, entries, cancel);
            var seen = entries.Where(entry => sight.Sees(entry, matters) && IsWanted(matters.Question(entry, opened), opened, filter)).Take(size - rows.Count + 1).ToArray();
            var taken = seen.Take(size - rows.Count).ToArray();
            var authors = await Authors.LoadAsync(db, matters.People(taken), opened.Actor, texts, cancel);
            rows.AddRange(taken.Select(entry => HistoryRow.Of(entry, matters, opened, authors, texts, sight.SeesDrafts)));
            if (seen.Length > taken.Length)
            {
                return new(rows, taken.Length > 0 ? taken[^1].Sequence : before);
            }

            if (entries.Count < Batch)
            {
                return new(rows, null);
            }

            before = entries[^1].Sequence;
        }

        return new(rows, before);
    }

    private static bool IsWanted(string? question, OpenedResponse opened, HistoryFilter filter) =>
        (filter.Question is null || question == filter.Question)
        && (filter.Section is null || (question is not null && QuestionPage.Holding(opened.Edition.Questionnaire!, question).Code == filter.Section));
}
