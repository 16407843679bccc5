using System.Net;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Reviewing;

/// <summary>Questions go back to the country, which accepts, corrects or objects; nothing else opens.</summary>
public abstract class ReturningTests
{
    private readonly Service _service;

    protected ReturningTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_returned_questions_open_and_the_country_decides_on_each()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "GHA");
        await reviewed.AssignAsync("rosa");
        var (rosa, focal) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync(reviewed.FocalName));
        await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "query-open" }, "0");
        Assert.Matches($"name=\"question\" value=\"{Reviewed.Question}\" checked", await rosa.TextAsync($"/reviews/{reviewed.Id}/return"));

        var sent = await rosa.SendFormAsync($"/reviews/{reviewed.Id}/return",
            ("question", Reviewed.Question), ($"{Reviewed.Question}.why", "The link shows a draft."), ($"{Reviewed.Question}.value", "partial"),
            ("question", Reviewed.Second), ($"{Reviewed.Second}.why", "Which article?"));

        Assert.Equal((HttpStatusCode.Redirect, ResponseState.Returned), (sent.StatusCode, await reviewed.StateAsync()));
        Assert.Contains(await reviewed.MailsAsync(reviewed.FocalName), subject => subject.Contains("sent questions back", StringComparison.Ordinal));
        var page = await focal.TextAsync($"/responses/{reviewed.Id}/returned");
        Assert.Contains("The link shows a draft.", page, StringComparison.Ordinal);
        var section = await focal.TextAsync($"/responses/{reviewed.Id}/sections/LEG-1");
        Assert.Contains($"name=\"{Reviewed.Second}.revision\"", section, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"{Reviewed.Third}.revision\"", section, StringComparison.Ordinal);

        await focal.PostAsync($"/responses/{reviewed.Id}/returned?handler=Accept", new() { ["question"] = Reviewed.Question }, $"/responses/{reviewed.Id}/returned");
        var early = await focal.PostAsync($"/responses/{reviewed.Id}/returned?handler=Resubmit", [], $"/responses/{reviewed.Id}/returned");
        await focal.PostAsync($"/responses/{reviewed.Id}/sections/LEG-1", new()
        {
            ["form-key"] = "returned",
            [$"{Reviewed.Second}.value"] = "no",
            [$"{Reviewed.Second}.revision"] = "1",
            [$"{Reviewed.Third}.value"] = "no",
            [$"{Reviewed.Third}.revision"] = "1",
        });
        var done = await focal.PostAsync($"/responses/{reviewed.Id}/returned?handler=Resubmit", [], $"/responses/{reviewed.Id}/returned");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect, ResponseState.UnderReview), (early.StatusCode, done.StatusCode, await reviewed.StateAsync()));
        Assert.Equal(("partial", Provenance.ReviewerProposal), ((await reviewed.AnswerAsync(Reviewed.Question))!.Value, (await reviewed.AnswerAsync(Reviewed.Question))!.Source));
        Assert.Equal(("no", "yes"), ((await reviewed.AnswerAsync(Reviewed.Second))!.Value, (await reviewed.AnswerAsync(Reviewed.Third))!.Value));
        Assert.Equal(
            [(Reviewed.Question, ReturnOutcome.Accepted), (Reviewed.Second, ReturnOutcome.Corrected)],
            await _service.DataAsync(async db => (await db.Returned.Where(row => row.ResponseId == reviewed.Id).OrderBy(row => row.Question).ToListAsync(Cancel)).Select(row => (row.Question, row.Outcome))));
        Assert.Contains(await reviewed.MailsAsync("rosa"), subject => subject.Contains("dealt with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_objection_answers_the_query()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "SEN");
        await reviewed.AssignAsync("rosa");
        var (rosa, focal) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync(reviewed.FocalName));
        await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "query-open" }, "0");
        await rosa.SendFormAsync($"/reviews/{reviewed.Id}/return", ("question", Reviewed.Question), ($"{Reviewed.Question}.why", "Is it in force?"));

        await focal.PostAsync($"/responses/{reviewed.Id}/returned?handler=Object", new() { ["question"] = Reviewed.Question, ["why"] = "It is, since May." }, $"/responses/{reviewed.Id}/returned");
        await focal.PostAsync($"/responses/{reviewed.Id}/returned?handler=Resubmit", [], $"/responses/{reviewed.Id}/returned");

        Assert.Contains("\"status\":\"answered\"", await rosa.TextAsync(reviewed.Review(Reviewed.Question)), StringComparison.Ordinal);
        Assert.Contains("It is, since May.", await rosa.TextAsync($"/reviews/{reviewed.Id}/questions/LEG?only=open"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_brings_back_only_what_was_sent_back()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "TGO");
        await reviewed.AssignAsync("rosa");
        var (rosa, focal) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync(reviewed.FocalName));
        await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Second), new { kind = "query-open" }, "0");
        await rosa.SendFormAsync($"/reviews/{reviewed.Id}/return", ("question", Reviewed.Second), ($"{Reviewed.Second}.why", "Which article?"));
        var workbook = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(focal, reviewed.Id), ($"{Reviewed.Second}/answer", FilledWorkbook.Answer, "partial"), ($"{Reviewed.Third}/answer", FilledWorkbook.Answer, "partial"));

        var page = await (await focal.UploadAsync($"/responses/{reviewed.Id}/copies", "workbook", "a.xlsx", workbook)).Content.ReadAsStringAsync(Cancel);
        var applied = await focal.SubmitAsync($"/responses/{reviewed.Id}/copies?handler=Apply", FilledWorkbook.Fields(page), $"/responses/{reviewed.Id}/copies");

        Assert.Contains("1 change is to a question that was not sent back", page, StringComparison.Ordinal);
        Assert.Equal([Reviewed.Second], FilledWorkbook.Questions(page));
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(("partial", "yes"), ((await reviewed.AnswerAsync(Reviewed.Second))!.Value, (await reviewed.AnswerAsync(Reviewed.Third))!.Value));
    }

    [Fact]
    public async Task What_reviewers_find_is_offered_corrected_and_confirmed()
    {
        var reviewed = await Reviewed.OpenedAsync(_service, "NER");
        Assert.Null((await reviewed.MissDeadlineAsync())?.Code);
        var (rosa, focal) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync(reviewed.FocalName));
        await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Research", [], $"/reviews/{reviewed.Id}");
        await rosa.PostAsync($"/responses/{reviewed.Id}/sections/LEG-1", new() { ["form-key"] = "found", [$"{Reviewed.Question}.value"] = "yes", [$"{Reviewed.Question}.revision"] = "0" });
        Assert.Equal(("yes", Provenance.DeskResearch), ((await reviewed.AnswerAsync(Reviewed.Question))!.Value, (await reviewed.AnswerAsync(Reviewed.Question))!.Source));
        var early = await focal.PostAsync($"/responses/{reviewed.Id}/sections/LEG-1", new() { ["form-key"] = "early", [$"{Reviewed.Question}.value"] = "no", [$"{Reviewed.Question}.revision"] = "1" });
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);

        await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Offer", [], $"/reviews/{reviewed.Id}");
        Assert.Contains(await reviewed.MailsAsync(reviewed.FocalName), subject => subject.Contains("answers to confirm", StringComparison.Ordinal));
        await focal.PostAsync($"/responses/{reviewed.Id}/sections/LEG-1", new() { ["form-key"] = "corrected", [$"{Reviewed.Question}.value"] = "partial", [$"{Reviewed.Question}.revision"] = "1" });
        Assert.DoesNotContain("id=\"certificate\"", await focal.TextAsync($"/responses/{reviewed.Id}/check"), StringComparison.Ordinal);
        await focal.PostAsync($"/responses/{reviewed.Id}/offer", []);

        Assert.Equal(ResponseState.UnderReview, await reviewed.StateAsync());
        Assert.Equal(("partial", Provenance.Country), ((await reviewed.AnswerAsync(Reviewed.Question))!.Value, (await reviewed.AnswerAsync(Reviewed.Question))!.Source));
        Assert.Contains("desk research, validated", await focal.TextAsync($"/responses/{reviewed.Id}/offer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_country_wrote_and_did_not_submit_stays_its_own_in_desk_research()
    {
        var reviewed = await Reviewed.OpenedAsync(_service, "TCD");
        await reviewed.AnswerAsync("CANARY", "CANARY");
        Assert.Null((await reviewed.MissDeadlineAsync())?.Code);
        var (rosa, focal) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync(reviewed.FocalName));
        await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Research", [], $"/reviews/{reviewed.Id}");
        Assert.Equal(ResponseState.DeskResearch, await reviewed.StateAsync());

        var own = $"/responses/{reviewed.Id}";
        string[] paths =
        [
            own, $"{own}/sections/LEG-1", $"{own}/questions/{Reviewed.Question}", $"{own}/history", $"{own}/check", $"/reviews/{reviewed.Id}", $"/reviews/{reviewed.Id}/questions/LEG",
            $"/api/v1{own}/answers", $"/api/v1{own}/answers/{Reviewed.Question}", $"/api/v1{own}/answers/{Reviewed.Question}/revisions", $"/api/v1{own}/answers/{Reviewed.Question}/evidence",
            $"/api/v1{own}/history", $"/api/v1{own}/review", $"/api/v1{own}/review/{Reviewed.Question}",
        ];
        foreach (var path in paths)
        {
            var answer = await rosa.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("CANARY", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        await rosa.PostAsync($"{own}/questions/{Reviewed.Question}", new() { ["revision"] = "1", ["current"] = "2", ["once"] = Guid.NewGuid().ToString() });
        Assert.Null((await reviewed.AnswerAsync(Reviewed.Question))!.Value);
        Assert.All(await reviewed.EvidenceAsync(), item => Assert.NotNull(item.RemovedAt));

        Assert.Contains("CANARY", await focal.TextAsync($"{own}/questions/{Reviewed.Question}"), StringComparison.Ordinal);
        await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Offer", [], $"/reviews/{reviewed.Id}");
        await focal.PostAsync($"{own}/questions/{Reviewed.Question}", new() { ["revision"] = "1", ["current"] = "2", ["once"] = Guid.NewGuid().ToString() });
        Assert.Equal(("yes", "CANARY"), ((await reviewed.AnswerAsync(Reviewed.Question))!.Value, (await reviewed.AnswerAsync(Reviewed.Question))!.Comment));
    }

    [Fact]
    public async Task A_closed_review_is_taken_up_again_before_the_freeze_and_for_a_correction()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "MLI");
        await reviewed.AssignAsync("rosa");
        var (rosa, anders) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync("anders"));
        foreach (var question in (string[])[Reviewed.Question, Reviewed.Second, Reviewed.Third])
        {
            await rosa.CallAsync(HttpMethod.Put, reviewed.Review(question), new { kind = "verified" }, "0");
        }

        await RunAsync();
        foreach (var (state, isTaken) in ((RunState, bool)[])[(RunState.Verification, true), (RunState.Frozen, false), (RunState.Published, true), (RunState.Archived, false)])
        {
            await anders.CallAsync(HttpMethod.Post, $"/api/v1/responses/{reviewed.Id}/review/closing");
            Assert.Equal(ResponseState.Closed, await reviewed.StateAsync());
            await _service.DataAsync(db => db.Runs.Where(run => run.Edition == "2026").ExecuteUpdateAsync(set => set.SetProperty(run => run.State, state), Cancel));

            await anders.CallAsync(HttpMethod.Post, $"/api/v1/responses/{reviewed.Id}/review/reopening");

            Assert.Equal((state, isTaken ? ResponseState.UnderReview : ResponseState.Closed), (state, await reviewed.StateAsync()));
        }
    }

    private Task<int> RunAsync() => _service.DataAsync(async db =>
    {
        db.Begin(EditionRun.Begin(EditionRun.Service, "2026", Moment.Now(TimeProvider.System)));
        return await db.SaveChangesAsync(Cancel);
    });
}

public sealed class ReturningOnSqliteTests(ServiceOnSqlite service) : ReturningTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class ReturningOnPostgreSqlTests(ServiceOnPostgreSql service) : ReturningTests(service), IClassFixture<ServiceOnPostgreSql>;
