using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

public abstract partial class ForgottenTests
{
    private const string Next = "violet engines hum at noon";

    private readonly Service _service;

    protected ForgottenTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_and_its_time_are_the_same_for_everybody_and_only_who_is_known_gets_a_mail()
    {
        await _service.PersonAsync("sami", Role.Expert, null);
        await _service.PersonAsync("toma", Role.Expert, null);
        await _service.DataAsync(db => db.Users.Where(user => user.Name == "Toma").ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, Moment.Now(_service.Clock)), Cancel));

        foreach (var name in (string[])["sami", "toma", "nobody", ""])
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal("/account/forgotten?Sent=True", (await AskAsync(name)).Headers.Location?.ToString());
            Assert.True(watch.ElapsedMilliseconds >= 390, $"{name}: {watch.ElapsedMilliseconds} ms");
        }

        Assert.Single(await _service.MailsAsync("sami@example.org"));
        Assert.Empty(await _service.MailsAsync("toma@example.org"));
        Assert.Empty(await _service.MailsAsync("nobody@example.org"));
    }

    [Fact]
    public async Task The_link_sets_a_new_password_once_ends_all_sessions_and_the_lockout()
    {
        var (account, browser) = await _service.NewAsync("ulla");
        for (var i = 0; i < 10; i++)
        {
            await _service.Anonymous().TryAsync("ulla", "wrong");
        }

        await AskAsync("ulla");
        var link = Link().Match((await _service.MailsAsync(account.Email!))[0].Body).Value;
        var weak = await _service.Anonymous().PostAsync(link, new() { ["password"] = "short" });
        var set = await _service.Anonymous().PostAsync(link, new() { ["password"] = Next });

        Assert.Contains("at least 12 characters", await weak.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?Notice=changed", set.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _service.Anonymous().TryAsync("ulla")).StatusCode);
        Assert.Equal("/responses", (await _service.Anonymous().TryAsync("ulla", Next)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Gone, (await _service.Anonymous().GetAsync(link)).StatusCode);
        Assert.Equal(["Choose a new password", "Your password was changed"], (await _service.MailsAsync(account.Email!)).Select(mail => mail.Subject));
    }

    [Fact]
    public async Task A_new_password_does_not_go_round_the_second_factor()
    {
        var (account, browser) = await _service.NewAsync("vera");
        await browser.SetUpAsync(_service);
        await AskAsync("vera");
        var link = Link().Match((await _service.MailsAsync(account.Email!))[^1].Body).Value;

        await _service.Anonymous().PostAsync(link, new() { ["password"] = Next });

        Assert.StartsWith("/account/sign-in/code", (await _service.Anonymous().TryAsync("vera", Next)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled()
    {
        await _service.PersonAsync("wanda", Role.Expert, null);
        for (var i = 0; i < 5; i++)
        {
            await AskAsync("wanda");
        }

        Assert.Equal(3, (await _service.MailsAsync("wanda@example.org")).Count);
        _service.Clock.Forward(TimeSpan.FromMinutes(61));
        await AskAsync("wanda");
        Assert.Equal(4, (await _service.MailsAsync("wanda@example.org")).Count);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not~base64")]
    public async Task An_invented_link_sets_nothing(string token)
    {
        var account = await _service.DataAsync(db => db.Users.FirstAsync(user => user.Name == "Amina", Cancel));

        Assert.Equal(HttpStatusCode.Gone, (await _service.Anonymous().GetAsync($"/account/reset/{account.Id}/{token}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await _service.Anonymous().GetAsync($"/account/reset/{Guid.NewGuid()}/{token}")).StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(string name) => _service.Anonymous().PostAsync("/account/forgotten", new() { ["email"] = $"{name}@example.org" });

    [GeneratedRegex("/account/reset/[^\\s]+")]
    private static partial Regex Link();
}

public sealed class ForgottenOnSqliteTests(ServiceOnSqlite service) : ForgottenTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class ForgottenOnPostgreSqlTests(ServiceOnPostgreSql service) : ForgottenTests(service), IClassFixture<ServiceOnPostgreSql>;
