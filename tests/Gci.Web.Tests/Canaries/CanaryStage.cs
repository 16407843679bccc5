using System.Net;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Gci.Editions.Questionnaires;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Canaries;

/// <summary>
/// Kenya's response to the edition 2024 with a canary in every field that takes text, for each class: in a question of that class with its evidence, in a
/// question for words, and in one that does not apply. The country raised the class of the last two where there is no such question.
/// </summary>
internal sealed class CanaryStage(Service service)
{
    /// <summary>By class: the question with evidence, the one for words, the one that does not apply, and the kind of document.</summary>
    internal static IReadOnlyDictionary<Confidentiality, (string Proven, string Words, string Absent, string Kind)> Questions { get; } =
        new Dictionary<Confidentiality, (string, string, string, string)>
        {
            [Confidentiality.Public] = ("LEG-1.1.1", "LEG-1.5", "LEG-1.1.2", "law"),
            [Confidentiality.Aggregate] = ("CAP-2.3", "CAP-1.4", "LEG-1.1.4", "statistics"),
            [Confidentiality.Secretariat] = ("COO-4.1", "ORG-1.6", "LEG-2.1", "agreement"),
            [Confidentiality.Restricted] = ("COO-1.2", "LEG-2.8", "LEG-2.2", "agreement"),
        };

    /// <summary>What must be answered so that the questions for words are asked.</summary>
    private static readonly (string Question, string Value)[] s_gates = [("CAP-1.1", "yes"), ("CAP-1.3", "effect"), ("ORG-1.1", "yes"), ("LEG-2.6", "yes")];

    /// <summary>Everybody who reads, by the name under which the table speaks of them.</summary>
    internal static IReadOnlyList<(string Said, string? Name)> People { get; } =
    [
        ("nobody signed in", null), ("the focal point", "amina"), ("a contributor to LEG-1", "barasa"), ("a contributor to nothing", "chao"), ("one who suggests", "sefu"),
        ("another country", "diego"), ("the assigned reviewer", "rosa"), ("the adjudicator", "judith"), ("another reviewer", "rolf"), ("an analyst", "anders"),
        ("an administrator", "adam"), ("an expert", "elena"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly Dictionary<string, Browser> _browsers = [];

    internal Guid Id => service.Kenya;

    internal Browser Of(string name) => _browsers[name];

    internal async Task BeginAsync()
    {
        await service.PersonAsync("sefu", Role.Contributor, "KEN");
        await service.PersonAsync("judith", Role.Reviewer, null);
        await service.PersonAsync("rolf", Role.Reviewer, null);
        foreach (var (_, name) in People)
        {
            _browsers[name ?? ""] = name is null ? service.Anonymous() : await service.SignedInAsync(name);
        }

        var (amina, sefu) = (await AccountAsync("amina"), await AccountAsync("sefu"));
        await ChangeAsync((response, now) => response.Grant(amina.AsActor(), sefu, ["LEG", "CAP", "COO", "ORG"], Right.Suggest, now));
        await service.DataAsync(async db =>
        {
            var (anders, now) = ((await AccountAsync("anders")).AsActor(), Moment.Now(TimeProvider.System));
            var run = EditionRun.Begin(anders, "2024", now);
            Assert.Null(run.Take(anders, RunStep.Open, now)?.Code);
            db.Begin(run);
            return await db.SaveChangesAsync(Cancel);
        });
        await AnswerAsync();
    }

    private async Task AnswerAsync()
    {
        foreach (var (question, value) in s_gates)
        {
            await SaveAsync(question, value, null, "none");
        }

        foreach (var (of, (proven, words, absent, kind)) in Questions)
        {
            await SaveAsync(proven, service.Edition("2024").QuestionOf(proven)!.Type is NumberType ? "12" : "yes", null, $"{new Canary(of, "comment")}");
            await SaveAsync(words, $"{new Canary(of, "value")}", null, null);
            await SaveAsync(absent, null, $"{new Canary(of, "reason")}", null);
            foreach (var raised in (string[])[words, absent])
            {
                Ok(await Of("amina").PutAsync($"/api/v1/responses/{Id}/answers/{raised}/class", new { @class = of.Word() }, null, null));
            }

            await EvidenceAsync(of, proven, kind);
            Ok(await Of("amina").CallAsync(HttpMethod.Post, $"/api/v1/responses/{Id}/answers/{proven}/messages", new { text = $"{new Canary(of, "remark-to-colleagues")}" }));
            Ok(await Of("amina").CallAsync(HttpMethod.Post, $"/api/v1/responses/{Id}/answers/{proven}/messages", new { text = $"{new Canary(of, "remark-to-the-secretariat")}", toSecretariat = true }));
            Ok(await Of("sefu").PutAsync($"/api/v1/responses/{Id}/answers/{proven}/suggestion", new { value = (string?)null, notApplicable = true, reason = $"{new Canary(of, "suggestion")}" }, null, null));
        }
    }

    private async Task EvidenceAsync(Confidentiality of, string question, string kind)
    {
        var path = $"/api/v1/responses/{Id}/answers/{question}/evidence";
        Ok(await Of("amina").CallAsync(HttpMethod.Post, path, new { kind, title = $"{new Canary(of, "title")}", place = $"{new Canary(of, "place")}", url = $"https://example.org/{new Canary(of, "link")}" }));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(kind), "kind" }, { new StringContent("A file"), "title" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes($"It says {new Canary(of, "file-content")}.")), "file", $"{new Canary(of, "file-name")}.txt" },
        };
        Ok(await Of("amina").CallAsync(HttpMethod.Post, path, form));
    }

    private async Task SaveAsync(string question, string? value, string? reason, string? comment) => Ok(await Of("amina").PutAsync(
        $"/api/v1/responses/{Id}/answers/{question}", new { value, notApplicable = reason is not null, reason, comment }, $"canary-{question}", "0"));

    /// <summary>The country submits; reviewers judge and send back; the country objects.</summary>
    internal async Task ReviewAsync()
    {
        await DeclineAsync();
        await service.CertifyAsync(Id, await AccountAsync("amina"));
        var analyst = await AccountAsync("anders");
        foreach (var (name, seat) in new[] { ("rosa", ReviewSeat.First), ("judith", ReviewSeat.Adjudicator) })
        {
            var person = await AccountAsync(name);
            foreach (var section in service.Edition("2024").Questionnaire!.Sections)
            {
                await ChangeAsync((response, now) => response.Assign(analyst.AsActor(), person, section.Pillar, seat, [], now));
            }
        }

        var start = $"/api/v1/responses/{Id}";
        Ok(await Of("rosa").CallAsync(HttpMethod.Post, $"{start}/returns", new
        {
            questions = Questions.SelectMany(pair => new[]
            {
                new { question = pair.Value.Proven, reason = $"{new Canary(pair.Key, "reason-of-the-return")}", proposal = (string?)null },
                new { question = pair.Value.Words, reason = "Is it so?", proposal = (string?)$"{new Canary(pair.Key, "proposal")}" },
            }),
        }));
        foreach (var (of, (proven, words, _, _)) in Questions)
        {
            Ok(await Of("amina").CallAsync(HttpMethod.Post, $"{start}/returns/{proven}/objection", new { why = $"{new Canary(of, "objection")}" }));
            Ok(await Of("amina").CallAsync(HttpMethod.Post, $"{start}/returns/{words}/objection", new { why = "It is so." }));
        }

        Ok(await Of("amina").CallAsync(HttpMethod.Post, $"{start}/returns/resubmission"));
        await JudgeAsync(start);
    }

    /// <summary>The review is closed and the edition frozen.</summary>
    internal async Task FreezeAsync()
    {
        Ok(await Of("anders").CallAsync(HttpMethod.Post, $"/api/v1/responses/{Id}/review/closing"));
        await FreezeAsync((await AccountAsync("anders")).AsActor());
    }

    private async Task JudgeAsync(string start)
    {
        foreach (var (of, (proven, words, absent, _)) in Questions)
        {
            Ok(await Of("rosa").PutAsync($"{start}/review/{proven}", new { kind = "verified", note = $"{new Canary(of, "note-of-the-verdict")}" }, null, "0"));
            Ok(await Of("rosa").PutAsync($"{start}/review/{words}", new { kind = "partlyVerified", proven = $"{new Canary(of, "part-that-is-proven")}" }, null, "0"));
            Ok(await Of("rosa").PutAsync($"{start}/review/{absent}", new { kind = "notApplicable" }, null, "0"));
            var item = await service.DataAsync(db => db.Evidence.Where(row => row.ResponseId == Id && row.Question == proven).Select(row => row.Id).FirstAsync(Cancel));
            Ok(await Of("rosa").PutAsync($"{start}/review/evidence/{item}", new { reachable = true, note = $"{new Canary(of, "note-on-evidence")}" }, null, null));
        }

        foreach (var (question, _) in s_gates)
        {
            Ok(await Of("rosa").PutAsync($"{start}/review/{question}", new { kind = "verified" }, null, "0"));
        }
    }

    private async Task DeclineAsync()
    {
        foreach (var id in await service.DataAsync(db => db.Suggestions.Where(row => row.ResponseId == Id).Select(row => row.Id).ToListAsync(Cancel)))
        {
            Ok(await Of("amina").CallAsync(HttpMethod.Post, $"/api/v1/responses/{Id}/suggestions/{id}/decline"));
        }
    }

    private async Task FreezeAsync(Actor analyst)
    {
        var (admin, edition) = ((await AccountAsync("adam")).AsActor(), service.Edition("2024"));
        await service.DataAsync(async db =>
        {
            Assert.Null((await db.RunAsync("2024", (run, _) => Task.FromResult(new StepOutcome(run.Take(analyst, RunStep.CloseAnswering, Moment.Now(TimeProvider.System)), null)), Cancel))!.Refusal?.Code);
            var content = await db.ContentAsync(edition, RunStep.Freeze, Cancel);
            Assert.Null((await db.ProposeAsync(analyst, edition, RunStep.Freeze, content.Hash, null, TimeProvider.System, Cancel)).Refusal?.Code);
            Assert.Null((await db.ConfirmAsync(admin, edition, RunStep.Freeze, content.Hash, TimeProvider.System, Cancel)).Refusal?.Code);
            return true;
        });
    }

    private Task<Account> AccountAsync(string name) => service.DataAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == $"{name}@example.org", Cancel));

    private async Task ChangeAsync(Func<Response, DateTimeOffset, Refusal?> change)
    {
        var outcome = await service.DataAsync(db => db.ResponseAsync<Tuple<Refusal?>>(Id, (found, _) => Task.FromResult(Tuple.Create(change(found, Moment.Now(TimeProvider.System)))), Cancel));
        Assert.Null(outcome!.Item1?.Code);
    }

    private static void Ok(HttpResponseMessage answer) => Assert.True(
        answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent,
        $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} {answer.StatusCode} {answer.Content.ReadAsStringAsync(Cancel).GetAwaiter().GetResult()}");
}
