using System.Net;
using Gci.Data.Accounts;
using Gci.Testing;
using Gci.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

public sealed class ServiceWithProviderOnSqlite : ServiceOnSqlite, IWithProvider
{
    public OpenIdProvider Provider { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Provider = await OpenIdProvider.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override ServiceOptions Configured(ServiceOptions options) => options with { OpenIdConnect = IWithProvider.Settings(Provider) };
}

public sealed class ServiceWithProviderOnPostgreSql : ServiceOnPostgreSql, IWithProvider
{
    public OpenIdProvider Provider { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Provider = await OpenIdProvider.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override ServiceOptions Configured(ServiceOptions options) => options with { OpenIdConnect = IWithProvider.Settings(Provider) };
}

/// <summary>A service that has a provider beside it, on either database.</summary>
public interface IWithProvider
{
    OpenIdProvider Provider { get; }

    internal static SignInProvider Settings(OpenIdProvider provider) => new(provider.Authority, OpenIdProvider.ClientId, OpenIdProvider.ClientSecret, "Country ID");
}

public abstract class ProviderTests
{
    private readonly Service _service;
    private readonly OpenIdProvider _provider;

    protected ProviderTests(Service service)
    {
        _service = service;
        service.Require();
        _provider = ((IWithProvider)service).Provider;
        _provider.WrongNonce = null;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_with_an_account_comes_in_by_a_verified_address_and_later_by_the_providers_name_for_them()
    {
        var account = await _service.PersonAsync("xenia", Role.Expert, null);
        _provider.Person = ("sub-xenia", "Xenia@example.org", true);
        Assert.Contains("Sign in with Country ID", await _service.Anonymous().TextAsync("/account/sign-in"), StringComparison.Ordinal);

        Assert.Equal("/account", await CameToAsync(_service.Anonymous(), "?returnTo=%2Faccount"));
        _provider.Person = ("sub-xenia", "moved@example.net", false);
        var browser = _service.Anonymous();
        Assert.Equal("/responses", await CameToAsync(browser));

        Assert.Contains("Xenia", await browser.TextAsync("/account"), StringComparison.Ordinal);
        Assert.Equal("You can sign in in another way", Assert.Single(await _service.MailsAsync(account.Email!)).Subject);
    }

    [Theory]
    [InlineData("sub-stranger", "stranger@example.org", true)]
    [InlineData("sub-amina", "amina@example.org", false)]
    [InlineData("sub-nameless", null, true)]
    public async Task Nobody_else_comes_in_and_no_account_is_made(string subject, string? email, bool isVerified)
    {
        var before = await AccountsAsync();
        _provider.Person = (subject, email, isVerified);

        Assert.Equal("/account/sign-in?notice=provider-unknown", await CameToAsync(_service.Anonymous()));

        Assert.Equal(before, await AccountsAsync());
    }

    [Fact]
    public async Task An_address_that_the_provider_gave_to_somebody_else_opens_nothing()
    {
        await _service.PersonAsync("yusuf", Role.Expert, null);
        _provider.Person = ("sub-yusuf", "yusuf@example.org", true);
        Assert.Equal("/responses", await CameToAsync(_service.Anonymous()));
        _provider.Person = ("sub-another", "yusuf@example.org", true);

        Assert.Equal("/account/sign-in?notice=provider-unknown", await CameToAsync(_service.Anonymous()));
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        var account = await _service.PersonAsync("zahra", Role.Expert, null);
        _provider.Person = ("sub-zahra", "zahra@example.org", true);
        Assert.Equal("/responses", await CameToAsync(_service.Anonymous()));
        await _service.DataAsync(db => db.Users.Where(user => user.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, _service.Clock.GetUtcNow()), Cancel));

        Assert.Equal("/account/sign-in?notice=provider-unknown", await CameToAsync(_service.Anonymous()));
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_here_too()
    {
        var (_, first) = await _service.NewAsync("anton");
        var (key, _) = await first.SetUpAsync(_service);
        _provider.Person = ("sub-anton", "anton@example.org", true);
        var browser = _service.Anonymous();

        Assert.Equal("/account/sign-in/code", await CameToAsync(browser));

        Assert.Equal("/responses", (await browser.CodeAsync(AppCodes.Of(key, _service.Clock.GetUtcNow()))).Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_invitation_is_accepted_through_the_provider_by_the_person_it_was_sent_to_only()
    {
        var secret = await _service.DataAsync(async db =>
        {
            var made = db.Invite(new("bea@example.org", "Bea", Role.FocalPoint, "FRA", "en"), Guid.Empty, _service.Clock);
            await db.SaveChangesAsync(Cancel);
            return made;
        });
        _provider.Person = ("sub-thief", "thief@example.org", true);
        Assert.Equal("/account/sign-in?notice=provider-unknown", await CameToAsync(_service.Anonymous(), $"?invitation={secret}"));
        _provider.Person = ("sub-bea", "bea@example.org", true);
        var browser = _service.Anonymous();

        Assert.Equal("/responses", await CameToAsync(browser, $"?invitation={secret}"));

        Assert.Contains("You have no password here", await browser.TextAsync("/account/password"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await _service.Anonymous().GetAsync($"/account/invitation/{secret}")).StatusCode);
    }

    [Fact]
    public async Task Cookies_of_the_way_are_bound_to_the_host_and_a_token_for_another_way_is_refused()
    {
        _provider.Person = ("sub-rosa", "rosa@example.org", true);
        _provider.WrongNonce = "of another way";
        var browser = _service.Anonymous();
        await browser.GetAsync("/account/provider/begin");
        Assert.Equal(2, browser.SetCookies.Count(cookie => cookie.StartsWith("__Host-gci-", StringComparison.Ordinal) && cookie.Contains("path=/;", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.Ordinal)));

        Assert.Equal("/account/sign-in?notice=provider-failed", await CameToAsync(_service.Anonymous()));
        Assert.Equal("/account/sign-in?notice=provider-failed", (await _service.Anonymous().GetAsync("/account/provider/returned?code=x&state=y")).Headers.Location?.ToString());
    }

    private Task<int> AccountsAsync() => _service.DataAsync(db => db.Users.CountAsync(Cancel));

    /// <summary>Goes to the provider and back, and gives the page where the way ends.</summary>
    private static async Task<string> CameToAsync(Browser browser, string query = "")
    {
        var answer = await browser.GetAsync($"/account/provider/begin{query}");
        for (var step = 0; step < 4 && answer.Headers.Location is { } next && Goes(next); step++)
        {
            answer = await browser.GetAsync(next.ToString());
        }

        return answer.Headers.Location?.ToString() ?? answer.StatusCode.ToString();
    }

    private static bool Goes(Uri next) => next.IsAbsoluteUri || next.ToString().StartsWith("/account/provider", StringComparison.Ordinal);
}

public sealed class ProviderOnSqliteTests(ServiceWithProviderOnSqlite service) : ProviderTests(service), IClassFixture<ServiceWithProviderOnSqlite>;

public sealed class ProviderOnPostgreSqlTests(ServiceWithProviderOnPostgreSql service) : ProviderTests(service), IClassFixture<ServiceWithProviderOnPostgreSql>;
