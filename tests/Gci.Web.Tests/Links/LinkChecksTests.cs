using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Links;
using Gci.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Links;

/// <summary>When links are tried, and what is written down of it.</summary>
public abstract class LinkChecksTests
{
    private readonly Service _service;

    protected LinkChecksTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_seen_of_a_link_stands_beside_it_and_the_link_itself_is_untouched()
    {
        var person = await _service.PersonAsync("links-one", Role.FocalPoint, "NLD");
        var response = await _service.OpenAsync(person, "2024");
        await _service.AttachAsync(response, person, "LEG-1.1.1", "http://no-such-host.invalid/law", null);
        await _service.AttachAsync(response, person, "LEG-1.1.2", "http://10.1.2.3/law", null);
        await _service.AttachAsync(response, person, "LEG-1.1.3", "https://www.parliament.example:8443/law", null);

        await RunAsync();

        var items = await _service.DataAsync(db => db.Evidence.AsNoTracking().Where(item => item.ResponseId == response).OrderBy(item => item.Question).ToListAsync(Cancel));
        Assert.Equal(["unreachable", "refused", "refused"], items.Select(item => item.CheckResult!));
        Assert.All(items, item => Assert.True(item.CheckedAt >= item.At && item.LastSeenAt is null && item.Sha256 is null));
        var checkedAt = items[0].CheckedAt;

        await RunAsync();

        Assert.Equal(checkedAt, await _service.DataAsync(db => db.Evidence.Where(item => item.Id == items[0].Id).Select(item => item.CheckedAt).SingleAsync(Cancel)));
    }

    private Task<bool> RunAsync() => _service.PartsAsync(async parts =>
    {
        using var probe = new LinkProbe(parts.GetRequiredService<ServiceOptions>());
        await ActivatorUtilities.CreateInstance<LinkChecks>(parts, probe).RunAsync(Cancel);
        return true;
    });
}

public sealed class LinkChecksOnSqliteTests(ServiceOnSqlite service) : LinkChecksTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class LinkChecksOnPostgreSqlTests(ServiceOnPostgreSql service) : LinkChecksTests(service), IClassFixture<ServiceOnPostgreSql>;

public sealed class LinkTimesTests
{
    private static readonly DateTimeOffset s_attached = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, 0, true)]
    [InlineData(0, 0, 6.9, false)]
    [InlineData(0, 0, 7, true)]
    [InlineData(3, 0, 3.9, false)]
    [InlineData(3, 0, 4, true)]
    [InlineData(13, null, 14, true)]
    [InlineData(20, null, 21, false)]
    [InlineData(20, null, 27, true)]
    [InlineData(40, 10, 41, false)]
    [InlineData(40, 10, 47, true)]
    public void A_link_that_works_is_tried_weekly_and_one_that_does_not_daily_for_two_weeks(int? checkedOn, int? seenOn, double today, bool isDue)
    {
        var item = new EvidenceItem
        {
            ResponseId = Guid.Empty,
            Question = "LEG-1.1.1",
            Form = EvidenceForm.Link,
            Kind = "law",
            Title = "A law",
            By = Guid.Empty,
            At = s_attached,
            CheckedAt = checkedOn is { } day ? s_attached.AddDays(day) : null,
            LastSeenAt = seenOn is { } seen ? s_attached.AddDays(seen) : null,
        };

        Assert.Equal(isDue, LinkChecks.IsDue(item, s_attached.AddDays(today)));
    }
}
