using System.Net;
using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Api;

/// <summary>Tokens: made and revoked on their page, used by programs.</summary>
public abstract partial class TokenTests
{
    private readonly Service _service;

    protected TokenTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Answer => $"/api/v1/responses/{_service.Kenya}/answers/LEG-1.1.1";

    [Fact]
    public async Task A_token_is_made_on_its_page_shown_once_and_works()
    {
        var browser = await _service.SignedInAsync("amina");

        var secret = await MakeAsync(browser, "Nightly export", Scopes.ReadResponses);

        Assert.DoesNotContain(secret, await browser.TextAsync("/account/tokens"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _service.Program(secret).GetAsync(Answer)).StatusCode);
        var me = await _service.Program(secret).JsonAsync("/api/v1/me");
        Assert.Equal(("Amina", "focal-point", "Nightly export"), (me.GetProperty("name").GetString(), me.GetProperty("role").GetString(), me.GetProperty("token").GetProperty("name").GetString()));
        Assert.DoesNotContain(secret, await KeptAsync(), StringComparison.Ordinal);
        Assert.Contains(await _service.DataAsync(db => db.Mails.Select(mail => mail.Body).ToListAsync(Cancel)), body => body.Contains("Nightly export", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_is_revoked_stops_working_at_once()
    {
        var browser = await _service.SignedInAsync("amina");
        var secret = await MakeAsync(browser, "Short lived", Scopes.ReadResponses);
        var hash = ApiToken.HashOf(secret);
        var id = await _service.DataAsync(db => db.ApiTokens.Where(token => token.SecretHash == hash).Select(token => token.Id).SingleAsync(Cancel));

        await browser.PostAsync("/account/tokens?handler=Revoke", new() { ["token"] = id.ToString() }, "/account/tokens");

        Assert.Contains("The token “Short lived” was revoked.", await browser.TextAsync("/account/tokens"), StringComparison.Ordinal);
        await RefusedAsync(secret);
    }

    [Fact]
    public async Task Nobody_revokes_anybody_elses_token()
    {
        var (token, secret) = await _service.TokenAsync("amina", [Scopes.ReadResponses]);

        var answer = await (await _service.SignedInAsync("barasa")).PostAsync("/account/tokens?handler=Revoke", new() { ["token"] = token.Id.ToString() }, "/account/tokens");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _service.Program(secret).GetAsync("/api/v1/me")).StatusCode);
    }

    [Theory]
    [InlineData("", "responses:read", "30", "Give the token a name")]
    [InlineData("Export", "", "30", "Choose at least one of the scopes")]
    [InlineData("Export", "everything", "30", "Choose at least one of the scopes")]
    [InlineData("Export", "submit", "366", "A token works for 1 to 365 days.")]
    [InlineData("Export", "submit", "0", "A token works for 1 to 365 days.")]
    public async Task A_token_that_is_not_wanted_right_is_not_made(string name, string scope, string days, string sentence)
    {
        var browser = await _service.SignedInAsync("diego");

        var answer = await browser.PostAsync("/account/tokens?handler=Make", new() { ["Name"] = name, ["Scopes"] = scope, ["Days"] = days }, "/account/tokens");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("You have no tokens.", await browser.TextAsync("/account/tokens"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_expired_or_was_never_made_is_refused()
    {
        var (token, secret) = await _service.TokenAsync("amina", [Scopes.ReadResponses]);
        var yesterday = Moment.Now(TimeProvider.System).AddDays(-1);
        await _service.DataAsync(db => db.ApiTokens.Where(found => found.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.ExpiresAt, yesterday), Cancel));

        await RefusedAsync(secret);
        await RefusedAsync(ApiToken.SecretPrefix + new string('0', 64));
        await RefusedAsync("");
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_say_and_no_more()
    {
        var reader = await _service.ProgramOfAsync("amina", Scopes.ReadResponses, Scopes.Submit);

        var put = await reader.PutAnswerAsync(_service.Kenya, "LEG-1.1.4", new { value = "yes" }, "scope-1");

        Assert.Equal((HttpStatusCode.Forbidden, "scope-missing"), (put.StatusCode, await Caller.ProblemAsync(put)));
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"responses:write\"", put.Headers.WwwAuthenticate.ToString());
        var writer = await _service.ProgramOfAsync("amina", Scopes.WriteResponses);
        Assert.Equal(HttpStatusCode.OK, (await writer.PutAnswerAsync(_service.Kenya, "LEG-1.1.4", new { value = "yes" }, "scope-2")).StatusCode);
    }

    [Fact]
    public async Task A_token_acts_for_the_account_as_it_stands_now()
    {
        var person = await _service.PersonAsync("zawadi", Role.FocalPoint, "KEN");
        var program = await _service.ProgramOfAsync("zawadi", Scopes.ReadResponses);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Answer)).StatusCode);

        await _service.DataAsync(db => db.Users.Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Contributor), Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(Answer)).StatusCode);

        var now = Moment.Now(TimeProvider.System);
        await _service.DataAsync(db => db.Users.Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, now), Cancel));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Answer)).StatusCode);
    }

    [Fact]
    public async Task A_token_opens_no_page_and_makes_no_token()
    {
        var program = await _service.ProgramOfAsync("amina", [.. Scopes.All]);

        foreach (var path in (string[])["/responses", "/account/tokens", $"/responses/{_service.Kenya}"])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task A_token_counts_where_a_session_is_there_too()
    {
        var browser = await _service.SignedInAsync("amina");
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Add("Authorization", "Bearer gci_wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task When_a_token_was_last_used_is_written_down_once_a_minute()
    {
        var (token, secret) = await _service.TokenAsync("amina", [Scopes.ReadResponses]);
        var before = Moment.Now(TimeProvider.System);
        await _service.Program(secret).GetAsync("/api/v1/me");

        var first = await UsedAsync(token.Id);
        await _service.Program(secret).GetAsync("/api/v1/me");
        await Task.Delay(200, Cancel);

        Assert.InRange(first, before, Moment.Now(TimeProvider.System));
        Assert.Equal(first, await UsedAsync(token.Id));
    }

    [Fact]
    public async Task An_account_has_at_most_twenty_tokens_that_work()
    {
        await _service.PersonAsync("maryam", Role.FocalPoint, "KEN");
        for (var number = 0; number < ApiToken.MostAtOnce; number++)
        {
            await _service.TokenAsync("maryam", [Scopes.ReadResponses]);
        }

        var browser = await _service.SignedInAsync("maryam");
        var answer = await browser.PostAsync("/account/tokens?handler=Make", new() { ["Name"] = "One more", ["Scopes"] = Scopes.Submit, ["Days"] = "7" }, "/account/tokens");

        Assert.Contains("You have 20 tokens that work", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(Browser browser, string name, string scope)
    {
        var made = await browser.PostAsync("/account/tokens?handler=Make", new() { ["Name"] = name, ["Scopes"] = scope, ["Days"] = "30" }, "/account/tokens");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return Secret().Match(await browser.TextAsync("/account/tokens")).Value;
    }

    private async Task RefusedAsync(string secret)
    {
        var answer = await _service.Program(secret).GetAsync("/api/v1/me");
        Assert.Equal((HttpStatusCode.Unauthorized, "not-signed-in"), (answer.StatusCode, await Caller.ProblemAsync(answer)));
        Assert.StartsWith("Bearer", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private async Task<DateTimeOffset> UsedAsync(Guid id)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await _service.DataAsync(db => db.ApiTokens.Where(token => token.Id == id).Select(token => token.LastUsedAt).SingleAsync(Cancel)) is { } used)
            {
                return used;
            }

            await Task.Delay(50, Cancel);
        }

        throw new InvalidOperationException("It was never written down.");
    }

    private async Task<string> KeptAsync() => string.Join('\n', await _service.DataAsync(db => db.ApiTokens.Select(token => token.SecretHash + token.Name + token.Scopes).ToListAsync(Cancel)));

    [GeneratedRegex("gci_[0-9a-f]{64}")]
    private static partial Regex Secret();
}

public sealed class TokensOnSqliteTests(ServiceOnSqlite service) : TokenTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class TokensOnPostgreSqlTests(ServiceOnPostgreSql service) : TokenTests(service), IClassFixture<ServiceOnPostgreSql>;
