using System.Net;
using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Api;

/// <summary>Where the service fails, or is asked too much, it says so and tells nothing of its inside.</summary>
public sealed class TroubleTests
{
    private sealed class SlowService : ServiceOnSqlite
    {
        protected override ServiceOptions Configured(ServiceOptions options) => options with { ApiRequests = 5 };
    }

    [Fact]
    public async Task A_failure_says_nothing_of_its_inside_and_keeps_the_headers_that_protect()
    {
        await using var service = new ServiceOnSqlite();
        await service.InitializeAsync();
        var (program, browser) = (await service.ProgramOfAsync("amina", Scopes.ReadResponses), await service.SignedInAsync("amina"));
        await service.DataAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"Answers\"", TestContext.Current.CancellationToken));

        var answer = await program.GetAsync($"/api/v1/responses/{service.Kenya}/answers/LEG-1.1.1");
        var page = await browser.GetAsync($"/responses/{service.Kenya}");

        Assert.Equal((HttpStatusCode.InternalServerError, "failed"), (answer.StatusCode, await Caller.ProblemAsync(answer)));
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        foreach (var failed in (HttpResponseMessage[])[answer, page])
        {
            Assert.DoesNotMatch("SQLite|no such table|   at |Exception", await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains("default-src 'none'", Assert.Single(failed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.True(failed.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task A_token_that_asks_too_often_waits_and_another_does_not()
    {
        await using var service = new SlowService();
        await service.InitializeAsync();
        var (eager, calm) = (await service.ProgramOfAsync("amina", Scopes.ReadResponses), await service.ProgramOfAsync("diego", Scopes.ReadResponses));
        var answers = new List<HttpResponseMessage>();
        for (var number = 0; number < 10; number++)
        {
            answers.Add(await eager.GetAsync("/api/v1/me"));
        }

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("too-many-requests", await Caller.ProblemAsync(refused));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync("/api/v1/me")).StatusCode);
        var browser = await service.SignedInAsync("amina");
        for (var number = 0; number < 10; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/me")).StatusCode);
        }
    }
}
