using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Testing.Databases;
using Gci.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Testing.Web;

/// <summary>The service on a real port, with a database of its own and an account for each role of two countries.</summary>
public abstract class Service : IAsyncLifetime
{
    public const string Password = "four plain words here";

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    /// <summary>The national responses of two countries to the edition 2024.</summary>
    public Guid Kenya { get; private set; }

    public Guid Uruguay { get; private set; }

    public Uri Address { get; private set; } = null!;

    /// <summary>The connection to the database; null for the embedded one.</summary>
    public abstract string? PostgreSql { get; }

    /// <summary>The folder of the embedded database, files, keys and mails.</summary>
    public string Data => _folder.At("data");

    /// <summary>The tests sign in more often than people do.</summary>
    protected virtual int SignInAttempts => 1000;

    /// <summary>The service's clock, which tests may put forward.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>The options of a service that runs in another way than most tests need.</summary>
    protected virtual ServiceOptions Configured(ServiceOptions options) => options;

    public string SealKeyFile => _folder.At("data", "seal-key.pem");

    /// <summary>Skips the test where the database is not installed.</summary>
    public virtual void Require()
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        var problems = new Problems();
        var options = Configured(new() { Editions = Repository.Root, Data = _folder.At("data"), PostgreSql = PostgreSql, Urls = "http://127.0.0.1:0", SignInAttempts = SignInAttempts, Clock = Clock });
        _app = await ServiceHost.BuildAsync(options, problems, CancellationToken.None);
        Assert.Empty(problems.InOrder());
        await _app!.StartAsync();
        Address = new(_app.Urls.First());
        await SeedAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The patterns of all routes.</summary>
    public IEnumerable<string> Routes() => _app!.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints
        .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Select(route => (route.RoutePattern.RawText ?? "").Trim('/'));

    /// <summary>Runs something on the service's own database.</summary>
    public async Task<T> DataAsync<T>(Func<GciDb, Task<T>> run)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<GciDb>());
    }

    /// <summary>Runs something with the service's own parts, as a request or a job has them.</summary>
    public async Task<T> PartsAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Browser Anonymous() => new(Address);

    /// <summary>A browser of somebody who signed in as <c>NAME@example.org</c>.</summary>
    public async Task<Browser> SignedInAsync(string name)
    {
        var browser = Anonymous();
        var page = await browser.PostAsync("/account/sign-in", new() { ["email"] = $"{name}@example.org", ["password"] = Password });
        Assert.Equal("/responses", page.Headers.Location?.ToString());
        return browser;
    }

    /// <summary>A new account with the password of all, for a test that must not disturb the others.</summary>
    public async Task<Account> PersonAsync(string name, Role role, string? country)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        return await AccountAsync(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), name, role, country);
    }

    /// <summary>Begins a response as somebody.</summary>
    public Task<Guid> OpenAsync(Account person, string edition, ResponseKind kind = ResponseKind.National) => DataAsync(async db =>
    {
        var response = Response.Open(person.AsActor(), edition, person.Country!, kind, Moment.Now(TimeProvider.System));
        db.Begin(response);
        await db.SaveChangesAsync();
        return response.Id;
    });

    /// <summary>Certifies a response as it is, by the rules; fails where something blocks.</summary>
    public Task CertifyAsync(Guid id, Account person) => DataAsync(db => db.ResponseAsync<Response>(
        id,
        async (response, stop) =>
        {
            var dossier = await Dossier.LoadAsync(db, id, stop);
            var completeness = Completeness.Of(Edition(response.Edition), response.Country, dossier);
            var certificate = new Certificate(person.Name, "Focal point", IsDeclared: true, completeness.Unanswered, dossier.Content());
            Assert.Null(response.Certify(person.AsActor(), certificate, dossier, completeness, Moment.Now(TimeProvider.System)));
            return response;
        },
        TestContext.Current.CancellationToken));

    /// <summary>An edition that the service runs on.</summary>
    public Edition Edition(string id) => _app!.Services.GetRequiredService<EditionShelf>().Edition(id);

    private async Task SeedAsync()
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var db = scope.ServiceProvider.GetRequiredService<GciDb>();
        var amina = await AccountAsync(accounts, "amina", Role.FocalPoint, "KEN");
        var barasa = await AccountAsync(accounts, "barasa", Role.Contributor, "KEN");
        await AccountAsync(accounts, "chao", Role.Contributor, "KEN");
        var diego = await AccountAsync(accounts, "diego", Role.FocalPoint, "URY");
        await AccountAsync(accounts, "rosa", Role.Reviewer, null);
        await AccountAsync(accounts, "anders", Role.Analyst, null);
        await AccountAsync(accounts, "elena", Role.Expert, null);
        await AccountAsync(accounts, "adam", Role.Administrator, null);
        var now = Moment.Now(TimeProvider.System);
        var kenya = Response.Open(amina.AsActor(), "2024", "KEN", ResponseKind.National, now);
        kenya.Grant(amina.AsActor(), barasa, ["LEG-1"], Right.Edit, now);
        var uruguay = Response.Open(diego.AsActor(), "2024", "URY", ResponseKind.National, now);
        db.Begin(kenya);
        db.Begin(uruguay);
        await db.SaveChangesAsync();
        (Kenya, Uruguay) = (kenya.Id, uruguay.Id);
    }

    private static async Task<Account> AccountAsync(UserManager<Account> accounts, string name, Role role, string? country)
    {
        var email = $"{name}@example.org";
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            Name = char.ToUpperInvariant(name[0]) + name[1..],
            Role = role,
            Country = country,
            CreatedAt = Moment.Now(TimeProvider.System),
        };
        var made = await accounts.CreateAsync(account, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return account;
    }
}

public class ServiceOnSqlite : Service
{
    public override string? PostgreSql => null;
}

public sealed class ServiceWithLimits : ServiceOnSqlite
{
    protected override int SignInAttempts => new ServiceOptions { Editions = "", Data = "" }.SignInAttempts;
}

public sealed class ServiceWithoutTypst : ServiceOnSqlite
{
    protected override ServiceOptions Configured(ServiceOptions options) => options with { Typst = Repository.At("tests", "no-engine-here") };
}

public class ServiceOnPostgreSql : Service
{
    private readonly PostgreSqlTestDatabase _database = new();

    public override string? PostgreSql => _database.Connection;

    public override void Require() => Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");

    public override ValueTask InitializeAsync() => PostgreSqlTestDatabase.IsInstalled ? base.InitializeAsync() : ValueTask.CompletedTask;
}
