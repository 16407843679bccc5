using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Testing;
using Gci.Web.Drafting;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Rights;

/// <summary>Who tries the routes, and on which responses: two countries with an open and a submitted response each.</summary>
public sealed partial class Stage(Service service)
{
    /// <summary>The letter of each person in the table and the account; the first is nobody.</summary>
    public static IReadOnlyList<(char Letter, string? Name)> People { get; } =
    [
        ('-', null), ('F', "amina"), ('E', "barasa"), ('S', "sefu"), ('V', "vera"), ('N', "chao"), ('R', "rosa"), ('A', "anders"), ('X', "elena"), ('D', "adam"),
    ];

    /// <summary>Those who answer for Kenya; Uruguay does not exist for them.</summary>
    public const string Respondents = "FESVN";

    /// <summary>Ids of things that hang below a response.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["file", "evidence", "suggestion", "message", "person", "invitation"];

    /// <summary>What stands for the parts of an address on a private copy of the focal point's.</summary>
    internal IReadOnlyDictionary<string, string> OwnCopy { get; private set; } = null!;

    private readonly Dictionary<char, (Browser Browser, string Token)> _browsers = [];

    /// <summary>What stands for the parts of an address, by response: own open, own submitted, the other country's open and submitted.</summary>
    /// <summary>What no one may read but the people of the country, before submission.</summary>
    internal const string Canary = "canary-7f3a9c";

    internal IReadOnlyDictionary<(bool IsOwn, bool IsOpen), IReadOnlyDictionary<string, string>> Parts { get; private set; } = null!;

    /// <summary>The same browser for each request of a person, with a copy of its cookies, and the session's anti-forgery token.</summary>
    internal (Browser Browser, string Token) Of(char letter) => (_browsers[letter].Browser.At(service.Address), _browsers[letter].Token);

    internal async Task BeginAsync()
    {
        await service.PersonAsync("sefu", Role.Contributor, "KEN");
        await service.PersonAsync("vera", Role.Contributor, "KEN");
        await service.PersonAsync("gita", Role.Contributor, "KEN");
        await service.PersonAsync("dora", Role.Contributor, "URY");
        await service.PersonAsync("kofi", Role.Contributor, "GHA");
        foreach (var (letter, name) in People)
        {
            await SignInAsync(letter, name);
        }

        await RunAsync();
        await DraftAsync();
        var (amina, diego) = (await AccountAsync("amina"), await AccountAsync("diego"));
        (string, Right)[] kenya = [("gita", Right.View), ("barasa", Right.Edit), ("vera", Right.View), ("sefu", Right.Suggest)];
        Parts = new Dictionary<(bool, bool), IReadOnlyDictionary<string, string>>
        {
            [(true, true)] = await PrepareAsync(service.Kenya, amina, kenya, isOpen: true),
            [(true, false)] = await PrepareAsync(await service.OpenAsync(amina, "2026"), amina, kenya, isOpen: false),
            [(false, true)] = await PrepareAsync(service.Uruguay, diego, [("dora", Right.Suggest)], isOpen: true),
            [(false, false)] = await PrepareAsync(await service.OpenAsync(diego, "2026"), diego, [("dora", Right.Suggest)], isOpen: false),
        };
        OwnCopy = new Dictionary<string, string> { ["id"] = (await service.OpenAsync(amina, "2026", ResponseKind.SelfAssessment)).ToString() };
    }

    /// <summary>Signs in again whoever was signed out by what was just tried.</summary>
    internal async Task RenewAsync()
    {
        foreach (var (letter, name) in People.Skip(1))
        {
            if ((await Of(letter).Browser.GetAsync("/api/v1/me")).StatusCode != HttpStatusCode.OK)
            {
                await SignInAsync(letter, name);
            }
        }
    }

    // Both editions are open, so that nobody who tries a step gets anywhere.
    private Task<int> RunAsync() => service.DataAsync(async db =>
    {
        var (anders, now) = ((await db.Users.SingleAsync(user => user.Email == "anders@example.org")).AsActor(), Moment.Now(TimeProvider.System));
        foreach (var edition in (string[])["2024", "2026"])
        {
            var run = EditionRun.Begin(anders, edition, now);
            Assert.Null(run.Take(anders, RunStep.Open, now)?.Code);
            db.Begin(run);
        }

        return await db.SaveChangesAsync();
    });

    // A draft on which people are consulted, so that nobody puts it aside.
    private Task<int> DraftAsync() => service.PartsAsync(async parts =>
    {
        var db = parts.GetRequiredService<GciDb>();
        var anders = (await db.Users.SingleAsync(user => user.Email == "anders@example.org")).AsActor();
        Assert.Null((await parts.GetRequiredService<DraftDesk>().DeriveAsync(anders, "2026", "2028", "Index 2028", new(2028, 12, 31), CancellationToken.None)).Refusal);
        db.Begin(EditionRun.Begin(anders, "2028", Moment.Now(TimeProvider.System)));
        return await db.SaveChangesAsync();
    });

    private async Task SignInAsync(char letter, string? name)
    {
        var browser = name is null ? service.Anonymous() : await service.SignedInAsync(name);
        _browsers[letter] = (browser, Token().Match(await browser.TextAsync("/docs/api/operations")).Groups[1].Value);
    }

    private async Task<IReadOnlyDictionary<string, string>> PrepareAsync(Guid response, Account leader, (string Name, Right Right)[] people, bool isOpen)
    {
        var members = new List<Account>();
        foreach (var (name, right) in people)
        {
            var account = await AccountAsync(name);
            members.Add(account);
            Assert.Null((await ChangeAsync(response, (found, now) => found.Grant(leader.AsActor(), account, ["LEG-1"], right, now)))?.Code);
        }

        var file = await AttachAsync(response, leader);
        await AnswerAsync(response, leader, "LEG-1.1.1");
        await AnswerAsync(response, leader, "LEG-1.1.3");
        var suggester = members[^1];
        await ChangeAsync(response, (found, now) => found.Suggest(suggester.AsActor(), "LEG-1.1.3", new("no", false, null, Canary), [], now));
        await ChangeAsync(response, (found, now) => found.Say(leader.AsActor(), null, Audience.Country, Canary, now));
        var invitation = await InviteAsync(response, leader);
        var ids = await service.DataAsync(async db => new
        {
            Evidence = await db.Evidence.SingleAsync(item => item.ResponseId == response && item.FileId == null),
            Suggestion = await db.Suggestions.SingleAsync(suggestion => suggestion.ResponseId == response),
            Message = await db.Messages.SingleAsync(message => message.ResponseId == response),
            Kofi = await db.Users.SingleAsync(user => user.Name == "Kofi"),
        });
        if (!isOpen)
        {
            await SubmitAsync(response, leader, ids.Suggestion.Id);
        }

        return new Dictionary<string, string>
        {
            ["id"] = response.ToString(),
            ["file"] = file.ToString(),
            ["evidence"] = ids.Evidence.Id.ToString(),
            ["suggestion"] = ids.Suggestion.Id.ToString(),
            ["message"] = ids.Message.Id.ToString(),
            ["person"] = members[0].Id.ToString(),
            ["invitation"] = invitation.ToString(),
            ["account"] = ids.Kofi.Id.ToString(),
        };
    }

    // One that was withdrawn: whoever may reach it is told so.
    private async Task<Guid> InviteAsync(Guid response, Account by)
    {
        var (now, id) = (Moment.Now(TimeProvider.System), Guid.CreateVersion7());
        var invitation = new Invitation
        {
            Id = id,
            SecretHash = id.ToString("N"),
            Email = $"{id:N}@example.org",
            Name = Canary,
            Role = Role.Contributor,
            Country = by.Country,
            Language = "en",
            ResponseId = response,
            Sections = "LEG-1",
            Right = Right.View,
            InvitedBy = by.Id,
            CreatedAt = now,
            ExpiresAt = now.AddDays(14),
            RevokedAt = now,
        };
        await service.DataAsync(db =>
        {
            db.Invitations.Add(invitation);
            return db.SaveChangesAsync();
        });
        return id;
    }

    private Task<bool> AnswerAsync(Guid response, Account by, string question) => service.PartsAsync(async parts =>
    {
        var (db, edition) = (parts.GetRequiredService<GciDb>(), parts.GetRequiredService<EditionShelf>().Edition("2024"));
        var saved = await db.SaveAsync(response, by.AsActor(), edition, new(question, new("yes", false, null, Canary), 0, $"canary-{question}"), TimeProvider.System, CancellationToken.None);
        return Assert.IsType<SaveOutcome.Saved>(saved) is not null;
    });

    private Task<Guid> AttachAsync(Guid response, Account by) => service.PartsAsync(async parts =>
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"An act on cybercrime, {Canary}"));
        var (file, refusal) = await parts.GetRequiredService<FileIntake>().TakeAsync(response, by.Id, "act.txt", content, CancellationToken.None);
        Assert.Null(refusal?.Code);
        var question = parts.GetRequiredService<EditionShelf>().Edition("2024").QuestionOf("LEG-1.1.1")!;
        Assert.Null((await ChangeAsync(response, (found, now) => found.Attach(by.AsActor(), question, new(question.Evidence!.Kinds[0], Canary, null, null), [], file, now)))?.Code);
        Assert.Null((await ChangeAsync(response, (found, now) => found.Attach(by.AsActor(), question, new(question.Evidence!.Kinds[0], Canary, null, "https://example.org/act"), [], null, now)))?.Code);
        return file!.Id;
    });

    private Task<bool> SubmitAsync(Guid response, Account leader, Guid suggestion) => service.PartsAsync(async parts =>
    {
        var (db, edition) = (parts.GetRequiredService<GciDb>(), parts.GetRequiredService<EditionShelf>().Edition("2026"));
        var open = await db.Suggestions.SingleAsync(found => found.Id == suggestion);
        await db.ResponseAsync<string>(response, (found, _) => Task.FromResult(found.Decline(leader.AsActor(), open, Moment.Now(TimeProvider.System))?.Code ?? ""), CancellationToken.None);
        var dossier = await Dossier.LoadAsync(db, response, CancellationToken.None);
        var completeness = Completeness.Of(edition, leader.Country!, dossier);
        var certificate = new Certificate("A person", "An office", true, completeness.Unanswered, dossier.Content());
        var refusal = await db.ResponseAsync<string>(
            response, (found, _) => Task.FromResult(found.Certify(leader.AsActor(), certificate, dossier, completeness, Moment.Now(TimeProvider.System))?.Code ?? ""), CancellationToken.None);
        Assert.Equal("", refusal);
        return true;
    });

    private Task<Refusal?> ChangeAsync(Guid response, Func<Response, DateTimeOffset, Refusal?> change) => service.DataAsync(async db =>
        (await db.ResponseAsync<Tuple<Refusal?>>(response, (found, _) => Task.FromResult(Tuple.Create(change(found, Moment.Now(TimeProvider.System)))), CancellationToken.None))!.Item1);

    private Task<Account> AccountAsync(string name) => service.DataAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == $"{name}@example.org"));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
