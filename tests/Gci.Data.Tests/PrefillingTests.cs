using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Testing;
using Gci.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Tests;

public abstract class PrefillingTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly string[] s_countries = [.. TestEdition.Edition.Countries.Keys];
    private static int s_next;

    private static readonly Dictionary<string, AnswerDraft> s_answers = new()
    {
        ["LEG-1.1.1"] = new("yes", Comment: "In force since 2018"),
        ["LEG-1.1.2"] = new("yes", Comment: "Of both"),
        ["LEG-1.1.3"] = new(null, true, "Not a matter of the state", "See annex"),
        ["LEG-1.2.1"] = new("partial"),
        ["LEG-1.2.2"] = new("partial"),
        ["LEG-1.4"] = new("incitement;intimate-images", Comment: "In other words"),
        ["LEG-2.7"] = new("yes"),
    };

    private static string[] Told(AnswerRevision answer) => [answer.Value ?? (answer.IsNotApplicable ? $"n/a {answer.Reason}" : "none"), answer.Comment ?? "", answer.Why!, answer.Key];

    [Fact]
    public async Task What_was_submitted_to_the_previous_edition_is_carried_to_be_confirmed()
    {
        var amina = Someone(Role.FocalPoint);
        await SubmittedAsync(amina);

        var response = await OpenedAsync(amina);

        await using var db = New();
        var answers = await db.CurrentAnswers(response.Id).ToDictionaryAsync(answer => answer.Question, Cancel);
        Assert.Equal(["LEG-1.1.1", "LEG-1.1.3", "LEG-1.1.5", "LEG-1.1.6", "LEG-1.2.4", "LEG-1.4"], answers.Keys.Order(StringComparer.Ordinal));
        Assert.All(answers.Values, answer => Assert.Equal((1, true, amina.Id), (answer.Revision, answer.NeedsConfirmation, answer.By)));
        Assert.Equal(["yes", "In force since 2018", "2024: LEG-1.1.1", "prefill-LEG-1.1.1"], Told(answers["LEG-1.1.1"]));
        Assert.Equal(["n/a Not a matter of the state", "See annex", "2024: LEG-1.1.3", "prefill-LEG-1.1.3"], Told(answers["LEG-1.1.3"]));
        Assert.Equal(["yes", "", "2024: LEG-1.1.2", "prefill-LEG-1.1.6"], Told(answers["LEG-1.1.6"]));
        Assert.Equal(["partial", "", "2024: LEG-1.2.1, LEG-1.2.2", "prefill-LEG-1.2.4"], Told(answers["LEG-1.2.4"]));
        Assert.Equal(["incitement;intimate-images", "", "2024: LEG-1.4", "prefill-LEG-1.4"], Told(answers["LEG-1.4"]));
    }

    [Fact]
    public async Task Links_are_carried_where_the_question_takes_them_and_nothing_has_begun()
    {
        var amina = Someone(Role.FocalPoint);
        await SubmittedAsync(amina);

        var response = await OpenedAsync(amina);

        await using var db = New();
        var evidence = await db.Evidence.Where(item => item.ResponseId == response.Id).OrderBy(item => item.Question).ToListAsync(Cancel);
        Assert.Equal([("LEG-1.1.1", "https://example.org/1"), ("LEG-1.1.5", "https://example.org/2"), ("LEG-1.1.6", "https://example.org/2")], evidence.Select(item => (item.Question, item.Url!)));
        Assert.Equal(ResponseState.NotStarted, (await db.Responses.SingleAsync(found => found.Id == response.Id, Cancel)).State);
        Assert.Equal(1 + 6 + 3, await db.Audit.CountAsync(entry => entry.ResponseId == response.Id, Cancel));
        using var folder = new TemporaryFolder();
        using var key = SealKey.OpenOrMake(folder.At("seal-key.pem"));
        Assert.DoesNotContain(await db.VerifyAuditAsync(key, Cancel), broken => broken.Response == response.Id);
    }

    [Fact]
    public async Task What_was_not_submitted_is_not_carried()
    {
        var amina = Someone(Role.FocalPoint);
        await SubmittedAsync(amina, certify: false);

        await using var db = New();
        Assert.Empty(await db.CurrentAnswers((await OpenedAsync(amina)).Id).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_of_another_country_is_carried()
    {
        await SubmittedAsync(Someone(Role.FocalPoint));

        await using var db = New();
        Assert.Empty(await db.CurrentAnswers((await OpenedAsync(Someone(Role.FocalPoint))).Id).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_contributors_copy_holds_only_what_the_person_may_read()
    {
        var amina = Someone(Role.FocalPoint);
        var barasa = amina with { Id = Guid.CreateVersion7(), Role = Role.Contributor };
        await SubmittedAsync(amina, granted: new Account { Id = barasa.Id, Role = Role.Contributor, Country = amina.Country });
        var stranger = barasa with { Id = Guid.CreateVersion7() };

        await using var db = New();
        Assert.NotEmpty(await db.CurrentAnswers((await OpenedAsync(barasa, ResponseKind.SelfAssessment)).Id).ToListAsync(Cancel));
        Assert.Empty(await db.CurrentAnswers((await OpenedAsync(stranger, ResponseKind.SelfAssessment)).Id).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(Role.Contributor, ResponseKind.National, "not-focal-point-to-begin")]
    [InlineData(Role.Administrator, ResponseKind.National, "not-focal-point-to-begin")]
    [InlineData(Role.Reviewer, ResponseKind.SelfAssessment, "not-respondent")]
    public async Task Who_may_not_begin_is_told_so(Role role, ResponseKind kind, string code)
    {
        await using var db = New();

        var (response, refusal) = await db.OpenAsync(Someone(role), TestEdition.Later, kind, TimeProvider.System, Cancel);

        Assert.Equal((null, code), (response, refusal?.Code));
    }

    [Fact]
    public async Task Of_two_who_begin_at_once_one_does()
    {
        var amina = Someone(Role.FocalPoint);
        await SubmittedAsync(amina);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var db = New();
            return await db.OpenAsync(amina, TestEdition.Later, ResponseKind.National, TimeProvider.System, Cancel);
        }));

        Assert.Single(both, result => result.Response is not null);
        Assert.Equal("already-begun", Assert.Single(both, result => result.Response is null).Refusal!.Code);
    }

    // Each test has a country of its own.
    private static Actor Someone(Role role) => new(Guid.CreateVersion7(), "Amina", role, s_countries[Interlocked.Increment(ref s_next)]);

    private async Task<Response> OpenedAsync(Actor actor, ResponseKind kind = ResponseKind.National)
    {
        await using var db = New();
        var (response, refusal) = await db.OpenAsync(actor, TestEdition.Later, kind, TimeProvider.System, Cancel);
        Assert.Null(refusal);
        return response!;
    }

    private async Task SubmittedAsync(Actor actor, bool certify = true, Account? granted = null)
    {
        await using var db = New();
        var (response, _) = await db.OpenAsync(actor, TestEdition.Edition, ResponseKind.National, TimeProvider.System, Cancel);
        await db.ResponseAsync(
            response!.Id,
            (found, _) =>
            {
                var now = Moment.Now(TimeProvider.System);
                foreach (var (code, draft) in s_answers)
                {
                    found.Record(actor, code, draft, 0, code, null, null, now);
                }

                Link(found, actor, "LEG-1.1.1", "https://example.org/1", now);
                Link(found, actor, "LEG-1.1.2", "https://example.org/2", now);
                Link(found, actor, "LEG-2.7", "https://example.org/3", now);
                if (granted is not null)
                {
                    Assert.Null(found.Grant(actor, granted, ["LEG-1"], Right.View, now));
                }

                if (certify)
                {
                    Assert.Null(Certified(found, actor, now));
                }

                return Task.FromResult(found);
            },
            Cancel);
    }

    // Nothing blocks what is empty; what was answered here is not looked at.
    private static Refusal? Certified(Response response, Actor actor, DateTimeOffset now)
    {
        var dossier = new Dossier([], [], [], []);
        var completeness = Completeness.Of(TestEdition.Edition, response.Country, dossier);
        return response.Certify(actor, new("Amina", "Focal point", true, completeness.Unanswered, dossier.Content()), dossier, completeness, now);
    }

    private static void Link(Response response, Actor actor, string code, string url, DateTimeOffset now)
    {
        var question = TestEdition.Edition.QuestionOf(code)!;
        Assert.Null(response.Attach(actor, question, new(question.Evidence!.Kinds[0], "The act", "Section 5", url), [], null, now));
    }
}

public sealed class PrefillingOnSqliteTests(SqliteTestDatabase database) : PrefillingTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PrefillingOnPostgreSqlTests(PostgreSqlTestDatabase database) : PrefillingTests(database), IClassFixture<PostgreSqlTestDatabase>;
