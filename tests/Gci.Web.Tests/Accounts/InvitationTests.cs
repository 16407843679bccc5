using System.Net;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Gci.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

public abstract class InvitationTests
{
    private readonly Service _service;

    protected InvitationTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Section => $"/responses/{_service.Kenya}/sections/LEG-2";

    [Fact]
    public async Task An_invitation_to_sections_opens_them_with_the_account()
    {
        var path = await InviteAsync("gwen@example.org", "KEN");
        var browser = _service.Anonymous();

        Assert.Equal("/responses", (await browser.PostAsync(path, new() { ["password"] = Service.Password })).Headers.Location?.ToString());

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Section)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/responses/{_service.Kenya}/sections/TEC-1")).StatusCode);
    }

    [Fact]
    public async Task Somebody_with_an_account_signs_in_and_accepts()
    {
        await _service.PersonAsync("hugo", Role.Contributor, "KEN");
        var path = await InviteAsync("hugo@example.org", "KEN");
        var browser = _service.Anonymous();
        var page = await browser.TextAsync(path);
        Assert.Contains("There is an account with the address hugo@example.org already.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", page, StringComparison.Ordinal);

        Assert.Equal(path, (await browser.TryAsync("hugo", returnTo: path)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Section)).StatusCode);
        Assert.Equal("/responses", (await browser.PostAsync(path, [])).Headers.Location?.ToString());

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Section)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Nobody_accepts_for_somebody_else()
    {
        await _service.PersonAsync("ines", Role.Contributor, "KEN");
        var path = await InviteAsync("ines@example.org", "KEN");
        var chao = await _service.SignedInAsync("chao");

        Assert.Contains("You are signed in as Chao.", await chao.TextAsync(path), StringComparison.Ordinal);
        await chao.PostAsync(path, new() { ["password"] = Service.Password });

        Assert.Equal(HttpStatusCode.NotFound, (await chao.GetAsync(Section)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("jorge", Role.Contributor, "URY")]
    [InlineData("karin", Role.Reviewer, null)]
    public async Task An_account_of_another_country_or_role_is_refused_and_uses_nothing_up(string name, Role role, string? country)
    {
        await _service.PersonAsync(name, role, country);
        var path = await InviteAsync($"{name}@example.org", "KEN");
        var browser = await _service.SignedInAsync(name);

        var answer = await browser.PostAsync(path, []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("for a contributor of another country", await answer.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_opens_the_account()
    {
        var path = await InviteAsync("lars@example.org", "KEN");
        Browser[] browsers = [_service.Anonymous(), _service.Anonymous()];

        var answers = await Task.WhenAll(browsers.Select(browser => browser.PostAsync(path, new() { ["password"] = Service.Password })));

        Assert.Single(answers, answer => answer.Headers.Location?.ToString() == "/responses");
        Assert.Equal(1, await _service.DataAsync(db => db.Users.CountAsync(user => user.Email == "lars@example.org", Cancel)));
    }

    private Task<string> InviteAsync(string email, string country) => _service.DataAsync(async db =>
    {
        var amina = await db.Users.Where(user => user.Name == "Amina").Select(user => user.Id).SingleAsync(Cancel);
        var secret = db.Invite(new(email, "Somebody", Role.Contributor, country, "en", _service.Kenya, [new("LEG-2", Right.Edit)]), amina, _service.Clock);
        await db.SaveChangesAsync(Cancel);
        return Invitations.PathOf(secret);
    });
}

public sealed class InvitationOnSqliteTests(ServiceOnSqlite service) : InvitationTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class InvitationOnPostgreSqlTests(ServiceOnPostgreSql service) : InvitationTests(service), IClassFixture<ServiceOnPostgreSql>;
