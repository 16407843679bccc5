using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Links;

/// <summary>
/// Tries the links that are due and writes down what was seen. A link that worked is tried again after a week; one that did not after a
/// day, and after two weeks without it every week. Each site is asked one link at a time, with a pause between.
/// </summary>
internal sealed class LinkChecks(GciDb db, LinkProbe probe, TimeProvider clock)
{
    internal static readonly TimeSpan Often = TimeSpan.FromDays(1);
    internal static readonly TimeSpan Seldom = TimeSpan.FromDays(7);

    private const int MostAtOnce = 200;
    private const int SitesAtOnce = 4;

    private static readonly TimeSpan s_patience = TimeSpan.FromDays(14);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    internal async Task RunAsync(CancellationToken cancel)
    {
        using var writing = new SemaphoreSlim(1);
        var sites = (await DueAsync(cancel)).GroupBy(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : "");
        await Parallel.ForEachAsync(sites, new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancel }, async (site, stop) =>
        {
            var isFirst = true;
            foreach (var url in site)
            {
                if (!isFirst)
                {
                    await Task.Delay(s_pause, clock, stop);
                }

                isFirst = false;
                var sight = await probe.LookAsync(url, stop);
                await writing.WaitAsync(stop);
                try
                {
                    await WriteAsync(url, sight, stop);
                }
                finally
                {
                    writing.Release();
                }
            }
        });
    }

    /// <summary>Whether a link should be tried again.</summary>
    internal static bool IsDue(EvidenceItem item, DateTimeOffset now) =>
        item.CheckedAt is not { } at
        || now - at >= (item.LastSeenAt == at || at - (item.LastSeenAt ?? item.At) > s_patience ? Seldom : Often);

    private async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancel)
    {
        var now = Moment.Now(clock);
        var earlier = now - Often;
        var links = await db.Evidence.AsNoTracking()
            .Where(item => item.Form == EvidenceForm.Link && item.RemovedAt == null && (item.CheckedAt == null || item.CheckedAt <= earlier))
            .OrderBy(item => item.CheckedAt).ToListAsync(cancel);
        return [.. links.Where(item => IsDue(item, now)).Select(item => item.Url!).Distinct().Take(MostAtOnce)];
    }

    private async Task WriteAsync(string url, LinkSight sight, CancellationToken cancel)
    {
        DateTimeOffset? now = Moment.Now(clock);
        var same = db.Evidence.Where(item => item.Url == url && item.RemovedAt == null);
        await (sight.IsSeen
            ? same.ExecuteUpdateAsync(set => set.SetProperty(item => item.CheckedAt, now).SetProperty(item => item.CheckResult, sight.Result)
                .SetProperty(item => item.LastSeenAt, now).SetProperty(item => item.Sha256, sight.Sha256), cancel)
            : same.ExecuteUpdateAsync(set => set.SetProperty(item => item.CheckedAt, now).SetProperty(item => item.CheckResult, sight.Result), cancel));
    }
}
