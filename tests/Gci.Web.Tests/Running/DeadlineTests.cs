using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Running;

/// <summary>What was sent back or offered to a country comes back when its time is over, and the country is told.</summary>
public abstract class DeadlineTests
{
    private readonly Service _service;

    protected DeadlineTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_return_ends_with_what_the_country_changed_and_an_offer_ends_as_it_stands()
    {
        await RunAsync();
        var (anders, now) = ((await _service.AccountAsync("anders")).AsActor(), Moment.Now(_service.Clock));
        var (ghana, nepal) = (await _service.PersonAsync("gifty", Role.FocalPoint, "GHA"), await _service.PersonAsync("nima", Role.FocalPoint, "NPL"));
        var (returned, offered) = (await SubmittedAsync(ghana), await _service.OpenAsync(nepal, "2024"));
        await ChangeAsync(returned, response => response.Return(anders, [new("LEG-1.1.1", "Which article?"), new("LEG-1.1.2", "Since when?")], _ => null, [], now.AddDays(5), now));
        await ChangeAsync(returned, response => response.Attach(
            ghana.AsActor(), _service.Edition("2024").QuestionOf("LEG-1.1.1")!, new("law", "The act", null, "https://example.org/act"), [], null, now.AddSeconds(2)));
        await ChangeAsync(offered, response => response.MissDeadline(anders, now) ? response.BeginResearch(anders, [], [], now) ?? response.Offer(anders, now.AddDays(5), now) : new("not-missed"));

        await _service.WorkAsync();
        Assert.Equal(ResponseState.Returned, (await _service.ResponseAsync(returned)).State);
        Assert.Equal(ResponseState.Offered, (await _service.ResponseAsync(offered)).State);

        _service.Clock.Forward(TimeSpan.FromDays(6));
        await _service.WorkAsync();

        Assert.Equal(ResponseState.UnderReview, (await _service.ResponseAsync(returned)).State);
        Assert.Equal(ResponseState.Closed, (await _service.ResponseAsync(offered)).State);
        var outcomes = await _service.DataAsync(db => db.Returned.Where(question => question.ResponseId == returned).OrderBy(question => question.Question).Select(question => question.Outcome).ToListAsync(Cancel));
        Assert.Equal([ReturnOutcome.Corrected, ReturnOutcome.Expired], outcomes);
        Assert.Single(await _service.MailsAsync("gifty"), subject => subject.Contains("is over", StringComparison.Ordinal));
        Assert.Single(await _service.MailsAsync("nima"), subject => subject.Contains("is over", StringComparison.Ordinal));
    }

    private Task<int> RunAsync() => _service.DataAsync(async db =>
    {
        db.Begin(EditionRun.Begin((await db.Users.SingleAsync(user => user.Email == "anders@example.org", Cancel)).AsActor(), "2024", Moment.Now(_service.Clock)));
        return await db.SaveChangesAsync(Cancel);
    });

    private async Task<Guid> SubmittedAsync(Account leader)
    {
        var id = await _service.OpenAsync(leader, "2024");
        await _service.CertifyAsync(id, leader);
        return id;
    }

    private async Task ChangeAsync(Guid response, Func<Response, Refusal?> change) => Assert.Null((await _service.DataAsync(async db =>
        (await db.ResponseAsync<Tuple<Refusal?>>(response, (found, _) => Task.FromResult(Tuple.Create(change(found))), Cancel))!.Item1))?.Code);
}

public sealed class DeadlineOnSqliteTests(ServiceOnSqlite service) : DeadlineTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class DeadlineOnPostgreSqlTests(ServiceOnPostgreSql service) : DeadlineTests(service), IClassFixture<ServiceOnPostgreSql>;
