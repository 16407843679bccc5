using System.Net;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Testing;
using Gci.Web.Tests.Reviewing;

namespace Gci.Web.Tests.Classes;

/// <summary>A country lets fewer people read an answer than its question says, never more.</summary>
public abstract class RaisingTests
{
    private readonly Service _service;

    protected RaisingTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_country_restricts_is_withheld_from_all_reviewers_who_are_not_assigned()
    {
        var reviewed = await Reviewed.OpenedAsync(_service, "LSO");
        await reviewed.AnswerAsync("Whispered", "Act on");
        var focal = await _service.SignedInAsync(reviewed.FocalName);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(focal, reviewed.Id, Reviewed.Question, "restricted")).StatusCode);
        await _service.CertifyAsync(reviewed.Id, reviewed.Focal);
        var (rosa, anders) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync("anders"));

        var answer = await rosa.TextAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}");
        Assert.Contains("\"withheld\":true", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Whispered", answer, StringComparison.Ordinal);
        Assert.Contains("Only the country and the reviewers who are assigned to it read what it says.", await rosa.TextAsync($"/reviews/{reviewed.Id}/questions/LEG"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.GetAsync($"/responses/{reviewed.Id}/questions/{Reviewed.Question}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anders.GetAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}/evidence")).StatusCode);

        await reviewed.AssignAsync("rosa");
        Assert.Contains("Whispered", await rosa.TextAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anders.GetAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}/evidence")).StatusCode);
    }

    [Fact]
    public async Task A_class_is_never_below_that_of_the_question_and_a_mistake_is_taken_back()
    {
        var reviewed = await Reviewed.OpenedAsync(_service, "MWI");
        var focal = await _service.SignedInAsync(reviewed.FocalName);

        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(focal, reviewed.Id, "COO-1.2", "secretariat")).StatusCode);
        Assert.Contains("\"class\":\"restricted\"", await focal.TextAsync($"/api/v1/responses/{reviewed.Id}/answers/COO-1.2/class"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(focal, reviewed.Id, Reviewed.Question, "restricted")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(focal, reviewed.Id, Reviewed.Question, "public")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(focal, reviewed.Id, Reviewed.Question, "public")).StatusCode);
        Assert.Contains("\"class\":\"public\"", await focal.TextAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}/class"), StringComparison.Ordinal);
        var history = await focal.TextAsync($"/responses/{reviewed.Id}/history");
        Assert.Contains("chose who reads the answer: only the reviewers who are assigned to it", history, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(history, "chose who reads the answer: as the question says"));
        using var folder = new TemporaryFolder();
        using var key = SealKey.OpenOrMake(folder.At("seal-key.pem"));
        Assert.DoesNotContain(await _service.DataAsync(db => db.VerifyAuditAsync(key, Cancel)), found => found.Response == reviewed.Id);
    }

    [Fact]
    public async Task The_page_of_a_question_says_who_reads_the_answer_and_lets_the_country_choose()
    {
        var reviewed = await Reviewed.OpenedAsync(_service, "SWZ");
        var focal = await _service.SignedInAsync(reviewed.FocalName);
        var page = $"/responses/{reviewed.Id}/questions/{Reviewed.Question}";

        Assert.Contains("The secretariat reads the answer. It may be published.", await focal.TextAsync(page), StringComparison.Ordinal);
        Assert.Equal(page, (await focal.PostAsync($"{page}?handler=class", new() { ["class"] = "secretariat" }, page)).Headers.Location?.ToString());
        Assert.Contains("Saved. The answer is read by those you chose.", await focal.TextAsync(page), StringComparison.Ordinal);
        Assert.Contains("The secretariat reads the answer. It is never published.", await focal.TextAsync($"/responses/{reviewed.Id}/sections/LEG-1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await focal.PostAsync($"{page}?handler=class", new() { ["class"] = "secret" }, page)).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_chooses_and_nobody_does_after_submission()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "ERI");
        var (focal, rosa, diego) = (await _service.SignedInAsync(reviewed.FocalName), await _service.SignedInAsync("rosa"), await _service.SignedInAsync("diego"));

        Assert.Equal(HttpStatusCode.Locked, (await PutAsync(focal, reviewed.Id, Reviewed.Question, "restricted")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(rosa, reviewed.Id, Reviewed.Question, "restricted")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(diego, reviewed.Id, Reviewed.Question, "restricted")).StatusCode);
    }

    private static Task<HttpResponseMessage> PutAsync(Browser browser, Guid response, string question, string wanted) =>
        browser.PutAsync($"/api/v1/responses/{response}/answers/{question}/class", new { @class = wanted }, null, null);
}

public sealed class RaisingOnSqliteTests(ServiceOnSqlite service) : RaisingTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class RaisingOnPostgreSqlTests(ServiceOnPostgreSql service) : RaisingTests(service), IClassFixture<ServiceOnPostgreSql>;
