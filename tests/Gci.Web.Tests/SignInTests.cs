using System.Net;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Testing;
using Gci.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests;

public abstract class SignInTests
{
    private readonly Service _service;

    protected SignInTests(Service service)
    {
        _service = service;
        service.Require();
    }

    [Theory]
    [InlineData("amina@example.org", "not the password")]
    [InlineData("nobody@example.org", Service.Password)]
    [InlineData("", "")]
    public async Task A_wrong_name_or_password_is_refused_and_which_of_them_is_not_said(string email, string password)
    {
        var answer = await _service.Anonymous().PostAsync("/account/sign-in", new() { ["email"] = email, ["password"] = password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The e-mail address or the password is wrong.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_cookie_is_bound_to_the_host_secure_and_out_of_reach_of_scripts()
    {
        var browser = await _service.SignedInAsync("amina");

        var cookie = Assert.Single(browser.SetCookies, set => set.StartsWith("__Host-gci=", StringComparison.Ordinal));
        Assert.All((string[])["secure", "httponly", "path=/", "samesite=lax"], word => Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var browser = await _service.SignedInAsync("amina");

        await browser.PostAsync("/account/sign-out", [], "/responses");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/responses")).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_loses_its_open_session_at_once()
    {
        var browser = await _service.SignedInAsync("chao");
        await _service.DataAsync(db => db.Users.Where(user => user.Name == "Chao")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, Moment.Now(TimeProvider.System)), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/responses")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/api/v1/responses/{_service.Kenya}/answers/LEG-1.1.1")).StatusCode);
    }

    [Fact]
    public async Task A_new_role_counts_in_an_open_session_at_once()
    {
        var browser = await _service.SignedInAsync("diego");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/responses/{_service.Uruguay}")).StatusCode);
        await RoleAsync(Role.Expert);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/responses/{_service.Uruguay}")).StatusCode);

        await RoleAsync(Role.FocalPoint);
    }

    [Fact]
    public async Task An_invitation_opens_one_account_once()
    {
        var secret = await InviteAsync("new@example.org");
        var browser = _service.Anonymous();

        var opened = await browser.PostAsync($"/account/invitation/{secret}", new() { ["password"] = Service.Password });
        Assert.Equal("/responses", opened.Headers.Location?.ToString());
        Assert.Contains("Begin: Global Cybersecurity Index", await browser.TextAsync("/responses"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Gone, (await _service.Anonymous().GetAsync($"/account/invitation/{secret}")).StatusCode);
    }

    [Fact]
    public async Task A_weak_password_uses_no_invitation_up()
    {
        var secret = await InviteAsync("weak@example.org");

        Assert.Equal(HttpStatusCode.BadRequest, (await _service.Anonymous().PostAsync($"/account/invitation/{secret}", new() { ["password"] = "short" })).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().GetAsync($"/account/invitation/{secret}")).StatusCode);
    }

    [Fact]
    public async Task An_invented_invitation_opens_nothing() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Anonymous().GetAsync($"/account/invitation/{new string('a', 64)}")).StatusCode);

    private Task<int> RoleAsync(Role role) => _service.DataAsync(db => db.Users.Where(user => user.Name == "Diego")
        .ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, role), TestContext.Current.CancellationToken));

    private Task<string> InviteAsync(string email) => _service.DataAsync(async db =>
    {
        var secret = db.Invite(new(email, "Someone New", Role.FocalPoint, "FRA", "en"), Guid.Empty, TimeProvider.System);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return secret;
    });
}

public sealed class SignInOnSqliteTests(ServiceOnSqlite service) : SignInTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class SignInOnPostgreSqlTests(ServiceOnPostgreSql service) : SignInTests(service), IClassFixture<ServiceOnPostgreSql>;
