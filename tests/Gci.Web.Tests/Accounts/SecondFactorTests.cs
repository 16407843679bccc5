using System.Net;
using Gci.Data.Accounts;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

public abstract class SecondFactorTests
{
    private readonly Service _service;

    protected SecondFactorTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Now(string key) => AppCodes.Of(key, _service.Clock.GetUtcNow());

    [Fact]
    public async Task The_password_alone_no_longer_signs_in_and_the_code_leads_where_one_wanted_to_go()
    {
        var (_, first) = await _service.NewAsync("gita");
        var (key, _) = await first.SetUpAsync(_service);
        var browser = _service.Anonymous();

        var half = await browser.TryAsync("gita", returnTo: "/account");
        Assert.Equal("/account/sign-in/code?ReturnTo=%2Faccount", half.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/responses")).StatusCode);

        var whole = await browser.PostAsync("/account/sign-in/code?ReturnTo=%2Faccount", new() { ["code"] = Now(key).Insert(3, " "), ["returnTo"] = "/account" });
        Assert.Equal("/account", whole.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/responses")).StatusCode);
    }

    [Fact]
    public async Task A_code_counts_once_and_an_older_one_not_at_all()
    {
        var (_, first) = await _service.NewAsync("hana");
        var (key, _) = await first.SetUpAsync(_service);
        var (code, before) = (Now(key), AppCodes.Of(key, _service.Clock.GetUtcNow() - TimeSpan.FromSeconds(30)));
        var (one, two) = (await AtCodeAsync("hana"), await AtCodeAsync("hana"));
        Assert.Equal("/responses", (await one.CodeAsync(code)).Headers.Location?.ToString());

        Assert.Equal(HttpStatusCode.BadRequest, (await two.CodeAsync(code)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await two.CodeAsync(before)).StatusCode);
        _service.Clock.Forward(TimeSpan.FromSeconds(30));
        Assert.Equal("/responses", (await two.CodeAsync(Now(key))).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Of_many_who_send_the_same_code_at_once_one_comes_in()
    {
        var (_, first) = await _service.NewAsync("ivan");
        var (key, _) = await first.SetUpAsync(_service);
        var browsers = new List<Browser>();
        for (var i = 0; i < 4; i++)
        {
            var browser = await AtCodeAsync("ivan");
            await browser.GetAsync("/account/sign-in/code");
            browsers.Add(browser);
        }

        var code = Now(key);
        var answers = await Task.WhenAll(browsers.Select(browser => browser.CodeAsync(code)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_is_told_by_mail()
    {
        var (account, first) = await _service.NewAsync("jana");
        var (_, recovery) = await first.SetUpAsync(_service);
        Assert.Equal(10, recovery.Distinct().Count());

        Assert.Equal("/responses", (await (await AtCodeAsync("jana")).CodeAsync($" {recovery[3].Replace("-", " ", StringComparison.Ordinal)} ")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await (await AtCodeAsync("jana")).CodeAsync(recovery[3])).StatusCode);
        Assert.Equal("/responses", (await (await AtCodeAsync("jana")).CodeAsync(recovery[4])).Headers.Location?.ToString());

        var mails = await _service.MailsAsync(account.Email!);
        Assert.Contains("9 codes are left", mails.First(mail => mail.Subject == "A recovery code was used").Body, StringComparison.Ordinal);
        Assert.Contains("You have 8 recovery codes left.", await first.TextAsync(Steps.SecondFactor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kofi", "000000")]
    [InlineData("lena", "AAAAA-AAAAA")]
    public async Task After_ten_wrong_codes_of_either_kind_the_account_is_locked(string name, string wrong)
    {
        var (_, first) = await _service.NewAsync(name);
        var (key, recovery) = await first.SetUpAsync(_service);
        var browser = await AtCodeAsync(name);
        for (var i = 0; i < 10; i++)
        {
            await browser.CodeAsync(wrong);
        }

        Assert.Contains("Wait 15 minutes", await (await browser.CodeAsync(Now(key))).ReadAsync(), StringComparison.Ordinal);
        Assert.Contains("Wait 15 minutes", await (await browser.CodeAsync(recovery[0])).ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_stands_readable_in_the_database()
    {
        var (account, first) = await _service.NewAsync("mara");
        var (key, recovery) = await first.SetUpAsync(_service);

        var kept = await _service.DataAsync(db => db.UserTokens.Where(token => token.UserId == account.Id).Select(token => token.Value!).ToListAsync(Cancel));
        Assert.NotEmpty(kept);
        Assert.All(recovery.Append(key.Replace(" ", "", StringComparison.Ordinal)), secret => Assert.DoesNotContain(kept, value => value.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Turning_it_off_or_making_new_codes_needs_the_password_and_turning_it_off_ends_other_sessions()
    {
        var (account, browser) = await _service.NewAsync("nuri");
        var (key, recovery) = await browser.SetUpAsync(_service);
        var other = await AtCodeAsync("nuri");
        await other.CodeAsync(Now(key));

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, "off", "wrong password here")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, "codes", "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(browser, "codes", Service.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await AtCodeAsync("nuri")).CodeAsync(recovery[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, "off", Service.Password)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        Assert.Equal("/responses", (await _service.Anonymous().TryAsync("nuri")).Headers.Location?.ToString());
        Assert.Equal(["Your second factor is on", "Your second factor was turned off"], (await _service.MailsAsync(account.Email!)).Select(mail => mail.Subject));
    }

    [Fact]
    public async Task Nothing_is_on_before_the_right_code_was_typed()
    {
        var (_, browser) = await _service.NewAsync("olga");
        await PostAsync(browser, "begin", Service.Password);
        var page = await browser.TextAsync(Steps.SecondFactor);
        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=)|<style|\\sstyle=\"", page);

        var wrong = await browser.PostAsync($"{Steps.SecondFactor}?handler=confirm", new() { ["code"] = "000000" }, Steps.SecondFactor);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("/responses", (await _service.Anonymous().TryAsync("olga")).Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, string what, string password) =>
        browser.PostAsync($"{Steps.SecondFactor}?handler={what}", new() { ["password"] = password }, Steps.SecondFactor);

    private async Task<Browser> AtCodeAsync(string name)
    {
        var browser = _service.Anonymous();
        Assert.StartsWith("/account/sign-in/code", (await browser.TryAsync(name)).Headers.Location?.ToString(), StringComparison.Ordinal);
        return browser;
    }
}

public sealed class SecondFactorOnSqliteTests(ServiceOnSqlite service) : SecondFactorTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class SecondFactorOnPostgreSqlTests(ServiceOnPostgreSql service) : SecondFactorTests(service), IClassFixture<ServiceOnPostgreSql>;
