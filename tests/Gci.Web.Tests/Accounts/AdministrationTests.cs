using System.Net;
using System.Text.RegularExpressions;
using Gci.Data.Accounts;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

public abstract partial class AdministrationTests
{
    private readonly Service _service;

    protected AdministrationTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("amina")]
    [InlineData("barasa")]
    [InlineData("rosa")]
    [InlineData("anders")]
    [InlineData("elena")]
    public async Task For_everybody_but_administrators_there_are_no_such_pages(string name)
    {
        var browser = await _service.SignedInAsync(name);
        var diego = await IdAsync("Diego");
        foreach (var path in (string[])["/accounts", "/accounts/invite", "/accounts/invitations", $"/accounts/{diego}"])
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await browser.GetAsync(path)).StatusCode));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await browser.PostAsync($"{path}?handler=close", new() { ["name"] = "X", ["role"] = "Administrator" }, "/account")).StatusCode));
        }

        Assert.Null((await AccountAsync(diego)).ClosedAt);
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_read_page_by_page()
    {
        for (var i = 0; i < 60; i++)
        {
            await _service.DataAsync(async db =>
            {
                var email = $"crowd{i}@example.net";
                db.Users.Add(new() { Id = Guid.NewGuid(), Name = $"Crowd {i:00}", Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), Role = Role.Expert });
                return await db.SaveChangesAsync(Cancel);
            });
        }

        var adam = await _service.SignedInAsync("adam");

        var first = await adam.TextAsync("/accounts?text=CROWD&role=Expert");
        Assert.Contains("60 accounts", first, StringComparison.Ordinal);
        Assert.Contains("Crowd 49", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Crowd 50", first, StringComparison.Ordinal);
        Assert.Contains("Crowd 50", await adam.TextAsync("/accounts?text=CROWD&role=Expert&number=2"), StringComparison.Ordinal);
        var kenya = await adam.TextAsync("/accounts?country=KEN&state=open");
        Assert.Contains("Amina", kenya, StringComparison.Ordinal);
        Assert.DoesNotContain("Diego", kenya, StringComparison.Ordinal);
        Assert.Contains("0 accounts", await adam.TextAsync("/accounts?text=Crowd&state=closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_goes_out_by_mail_and_can_be_sent_again_and_withdrawn()
    {
        var adam = await _service.SignedInAsync("adam");
        Dictionary<string, string> fields = new() { ["email"] = "celia@example.org", ["name"] = "Celia", ["role"] = "FocalPoint", ["country"] = "FRA", ["language"] = "fr" };

        var first = Link().Match(await (await adam.PostAsync("/accounts/invite", fields)).ReadAsync()).Value;
        Assert.Contains(first, Assert.Single(await _service.MailsAsync("celia@example.org")).Body, StringComparison.Ordinal);
        var id = await _service.DataAsync(db => db.Invitations.Where(found => found.Email == "celia@example.org").Select(found => found.Id).SingleAsync(Cancel));
        var second = Link().Match(await (await adam.PostAsync("/accounts/invitations?handler=resend", new() { ["id"] = $"{id}" }, "/accounts/invitations")).ReadAsync()).Value;

        Assert.Equal(HttpStatusCode.Gone, (await _service.Anonymous().GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().GetAsync(second)).StatusCode);
        var again = await _service.DataAsync(db => db.Invitations.Where(found => found.Email == "celia@example.org" && found.RevokedAt == null).Select(found => found.Id).SingleAsync(Cancel));
        await adam.PostAsync("/accounts/invitations?handler=withdraw", new() { ["id"] = $"{again}" }, "/accounts/invitations");
        Assert.Equal(HttpStatusCode.Gone, (await _service.Anonymous().GetAsync(second)).StatusCode);
    }

    [Theory]
    [InlineData("amina@example.org", "Amina", "Expert", "", "There is an account with this address already.")]
    [InlineData("not an address", "Somebody", "Expert", "", "Give a full e-mail address")]
    [InlineData("a@example.org\r\nBcc: b@example.org", "Somebody", "Expert", "", "Give a full e-mail address")]
    [InlineData("d@example.org", "", "Expert", "", "Give a name")]
    [InlineData("d@example.org", "Somebody", "Expert", "FRA", "Choose a country for a focal point")]
    [InlineData("d@example.org", "Somebody", "FocalPoint", "", "Choose a country for a focal point")]
    [InlineData("d@example.org", "Somebody", "FocalPoint", "XXX", "Choose a country for a focal point")]
    [InlineData("d@example.org", "Somebody", "King", "", "Choose a role.")]
    public async Task What_makes_no_account_is_refused_and_stays_in_the_form(string email, string name, string role, string country, string reason)
    {
        var adam = await _service.SignedInAsync("adam");

        var answer = await adam.PostAsync("/accounts/invite", new() { ["email"] = email, ["name"] = name, ["role"] = role, ["country"] = country, ["language"] = "en" });

        var page = await answer.ReadAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_role_ends_the_persons_sessions_and_closing_keeps_them_out_until_reopened()
    {
        var adam = await _service.SignedInAsync("adam");
        var (account, browser) = await _service.NewAsync("dana", Role.Contributor, "KEN");

        await adam.PostAsync($"/accounts/{account.Id}", new() { ["name"] = "Dana D.", ["role"] = "FocalPoint", ["country"] = "URY" });
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/responses")).StatusCode);
        var changed = await AccountAsync(account.Id);
        Assert.Equal(("Dana D.", Role.FocalPoint, "URY"), (changed.Name, changed.Role, changed.Country));

        await adam.PostAsync($"/accounts/{account.Id}?handler=close", [], $"/accounts/{account.Id}");
        Assert.Equal(HttpStatusCode.BadRequest, (await _service.Anonymous().TryAsync("dana")).StatusCode);
        await adam.PostAsync($"/accounts/{account.Id}?handler=reopen", [], $"/accounts/{account.Id}");
        Assert.Equal("/responses", (await _service.Anonymous().TryAsync("dana")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Somebody_who_lost_everything_is_helped_and_told()
    {
        var adam = await _service.SignedInAsync("adam");
        var (account, browser) = await _service.NewAsync("emil");
        await browser.SetUpAsync(_service);

        await adam.PostAsync($"/accounts/{account.Id}?handler=secondFactor", [], $"/accounts/{account.Id}");

        Assert.Equal("/responses", (await _service.Anonymous().TryAsync("emil")).Headers.Location?.ToString());
        Assert.Equal("Your second factor was turned off", (await _service.MailsAsync(account.Email!))[^1].Subject);
    }

    [Fact]
    public async Task The_last_administrator_stays_even_where_two_dismiss_each_other_at_once()
    {
        var adam = await _service.SignedInAsync("adam");
        var id = await IdAsync("Adam");
        var alone = await adam.PostAsync($"/accounts/{id}?handler=close", [], $"/accounts/{id}");
        Assert.Contains("This is the last administrator.", await alone.ReadAsync(), StringComparison.Ordinal);
        var (other, fay) = await _service.NewAsync("fay", Role.Administrator);
        await Task.WhenAll(adam.GetAsync("/accounts"), fay.GetAsync("/accounts"));

        await Task.WhenAll(
            adam.PostAsync($"/accounts/{other.Id}", new() { ["name"] = "Fay", ["role"] = "Expert" }),
            fay.PostAsync($"/accounts/{id}", new() { ["name"] = "Adam", ["role"] = "Expert" }));

        Assert.True(await _service.DataAsync(db => db.Users.CountAsync(user => user.Role == Role.Administrator && user.ClosedAt == null, Cancel)) >= 1);
        await _service.DataAsync(db => db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Administrator), Cancel));
    }

    private Task<Guid> IdAsync(string name) => _service.DataAsync(db => db.Users.Where(user => user.Name == name).Select(user => user.Id).SingleAsync(Cancel));

    private Task<Account> AccountAsync(Guid id) => _service.DataAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == id, Cancel));

    [GeneratedRegex("/account/invitation/[0-9a-f]{64}")]
    private static partial Regex Link();
}

public sealed class AdministrationOnSqliteTests(ServiceOnSqlite service) : AdministrationTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class AdministrationOnPostgreSqlTests(ServiceOnPostgreSql service) : AdministrationTests(service), IClassFixture<ServiceOnPostgreSql>;
