using System.Net;
using System.Text.Json;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Testing;
using Gci.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Reviewing;

/// <summary>Verdicts by plain form and by program; who sees which.</summary>
public abstract class JudgingTests
{
    private readonly Service _service;

    protected JudgingTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plain_form_keeps_every_verdict_and_finding_of_the_page_and_leads_to_the_next_question()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "GHA");
        await reviewed.AssignAsync("rosa");
        var rosa = await _service.SignedInAsync("rosa");
        var path = $"/reviews/{reviewed.Id}/questions/LEG";
        var evidence = (await reviewed.EvidenceAsync())[0].Id;

        var answer = await rosa.PostAsync(path, new()
        {
            [$"{Reviewed.Question}.verdict"] = "partly-verified",
            [$"{Reviewed.Question}.value"] = "partial",
            [$"{Reviewed.Question}.seen"] = "0",
            [$"{Reviewed.Question}.note"] = "canary-note",
            [$"{Reviewed.Second}.verdict"] = "verified",
            [$"{Reviewed.Second}.seen"] = "0",
            [$"{Reviewed.Third}.seen"] = "0",
            [$"{evidence}.shown"] = "1",
            [$"{evidence}.reachable"] = "yes",
            [$"{evidence}.force"] = "no",
            [$"{evidence}.note"] = " Repealed in May. ",
            ["go"] = Reviewed.Question,
        });

        Assert.Equal((HttpStatusCode.Redirect, $"{path}#{Reviewed.Second}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var verdicts = await reviewed.VerdictsAsync();
        Assert.Equal([(Reviewed.Question, VerdictKind.PartlyVerified, "partial", 1), (Reviewed.Second, VerdictKind.Verified, null, 1)], verdicts.Select(verdict => (verdict.Question, verdict.Kind, verdict.Proven, verdict.AnswerRevision)));
        var found = await _service.DataAsync(db => db.EvidenceVerdicts.SingleAsync(row => row.EvidenceId == evidence, Cancel));
        Assert.Equal((true, null, false, "Repealed in May."), (found.IsReachable, found.IsRelevant, found.IsInForce, found.Note));
        Assert.Equal(ResponseState.UnderReview, await reviewed.StateAsync());
        Assert.Equal("yes", (await reviewed.AnswerAsync(Reviewed.Question))!.Value);
        Assert.DoesNotContain("canary-note", await (await _service.SignedInAsync(reviewed.FocalName)).TextAsync($"/responses/{reviewed.Id}/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_sent_again_untouched_gives_no_new_verdict()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "SEN");
        await reviewed.AssignAsync("rosa");
        var rosa = await _service.SignedInAsync("rosa");
        Dictionary<string, string> fields = new() { [$"{Reviewed.Question}.verdict"] = "verified", [$"{Reviewed.Question}.seen"] = "0" };
        await rosa.PostAsync($"/reviews/{reviewed.Id}/questions", fields);

        fields[$"{Reviewed.Question}.seen"] = "1";
        await rosa.PostAsync($"/reviews/{reviewed.Id}/questions", fields);

        Assert.Single(await reviewed.VerdictsAsync());
    }

    [Fact]
    public async Task A_program_judges_by_revision_and_learns_of_another_window()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "NGA");
        await reviewed.AssignAsync("rosa");
        var rosa = await _service.SignedInAsync("rosa");

        var first = await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "verified" }, "0");
        var late = await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "not-verified" }, "0");
        var nothing = await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Second), new { kind = "partly-verified", proven = "yes" }, "0");

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (first.StatusCode, first.Headers.ETag?.Tag));
        Assert.Equal("verdict-changed", await Caller.ProblemAsync(late));
        Assert.Equal("verdict-proven", await Caller.ProblemAsync(nothing));
    }

    [Fact]
    public async Task Two_reviewers_learn_of_each_other_only_when_both_have_judged()
    {
        await _service.PersonAsync("blind", Gci.Data.Accounts.Role.Reviewer, null);
        var reviewed = await Reviewed.SubmittedAsync(_service, "RWA");
        await reviewed.AssignAsync("rosa");
        await reviewed.AssignAsync("blind", ReviewSeat.Second);
        var (rosa, blind) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync("blind"));
        await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "verified", note = "canary-first" }, "0");

        Assert.DoesNotContain("canary-first", await blind.TextAsync($"/reviews/{reviewed.Id}/questions/LEG"), StringComparison.Ordinal);
        Assert.Equal(("unreviewed", 0), await SeenAsync(blind, reviewed));
        await blind.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "not-verified" }, "0");

        Assert.Contains("canary-first", await blind.TextAsync($"/reviews/{reviewed.Id}/questions/LEG"), StringComparison.Ordinal);
        Assert.Equal(("disagreed", 2), await SeenAsync(rosa, reviewed));
    }

    [Fact]
    public async Task Whoever_is_not_assigned_reads_and_judges_nothing()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "TZA");
        var rosa = await _service.SignedInAsync("rosa");

        var refused = await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "verified" }, "0");

        Assert.Equal("review-not-yours", await Caller.ProblemAsync(refused));
        Assert.DoesNotContain($"{Reviewed.Question}.verdict", await rosa.TextAsync($"/reviews/{reviewed.Id}/questions/LEG"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _service.SignedInAsync(reviewed.FocalName)).GetAsync($"/reviews/{reviewed.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_review_is_closed_once_every_answer_is_settled_and_can_be_taken_up_again()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "UGA");
        await reviewed.AssignAsync("rosa");
        var (rosa, anders) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync("anders"));
        var early = await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Close", [], $"/reviews/{reviewed.Id}");
        foreach (var code in (string[])[Reviewed.Question, Reviewed.Second, Reviewed.Third])
        {
            await rosa.CallAsync(HttpMethod.Put, reviewed.Review(code), new { kind = "verified" }, "0");
        }

        var closed = await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Close", [], $"/reviews/{reviewed.Id}");
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect, ResponseState.Closed), (early.StatusCode, closed.StatusCode, await reviewed.StateAsync()));
        Assert.Contains("3 questions are not settled yet", await early.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await anders.CallAsync(HttpMethod.Post, $"/api/v1/responses/{reviewed.Id}/review/reopening");
        Assert.Equal(ResponseState.UnderReview, await reviewed.StateAsync());
    }

    private static async Task<(string?, int)> SeenAsync(Browser browser, Reviewed reviewed)
    {
        var entry = JsonDocument.Parse(await browser.TextAsync(reviewed.Review(Reviewed.Question))).RootElement;
        return (entry.GetProperty("status").GetString(), entry.GetProperty("verdicts").GetArrayLength());
    }
}

public sealed class JudgingOnSqliteTests(ServiceOnSqlite service) : JudgingTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class JudgingOnPostgreSqlTests(ServiceOnPostgreSql service) : JudgingTests(service), IClassFixture<ServiceOnPostgreSql>;
