using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Offline;

/// <summary>Private copies: nobody but their owner ever learns of them.</summary>
public abstract class SelfAssessmentTests
{
    private static readonly string[] s_others = ["amina", "barasa", "diego", "rosa", "anders", "elena", "adam"];
    private static int s_next = 100;
    private readonly Service _service;

    protected SelfAssessmentTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] Paths(Guid response) =>
    [
        $"/responses/{response}", $"/responses/{response}/indication", $"/responses/{response}/copies", $"/responses/{response}/copies/questionnaire.xlsx",
        $"/api/v1/responses/{response}/workbook", $"/api/v1/responses/{response}/indication",
    ];

    [Fact]
    public async Task Nobody_but_its_owner_reaches_a_private_copy_whatever_the_role()
    {
        var (browser, person) = await SomebodyAsync(Role.Contributor);
        var own = await BegunAsync(browser);
        var (chief, _) = await SomebodyAsync(Role.FocalPoint, person.Country);
        foreach (var path in Paths(own))
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await browser.GetAsync(path)).StatusCode));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await chief.GetAsync(path)).StatusCode));
        }

        foreach (var name in s_others)
        {
            var other = await _service.SignedInAsync(name);
            Assert.DoesNotContain(own.ToString(), await other.TextAsync("/responses"), StringComparison.Ordinal);
            foreach (var path in Paths(own))
            {
                Assert.Equal((name, path, HttpStatusCode.NotFound), (name, path, (await other.GetAsync(path)).StatusCode));
            }

            Assert.Equal(HttpStatusCode.NotFound, (await other.UploadAsync($"/responses/{own}/copies", "workbook", "a.xlsx", [1], "/responses")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.UploadAsync($"/api/v1/responses/{own}/workbook", "workbook", "a.xlsx", [1], "/responses")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync($"/responses/{own}/copies?handler=Apply", [], "/responses")).StatusCode);
        }
    }

    [Theory]
    [InlineData("rosa")]
    [InlineData("elena")]
    [InlineData("adam")]
    public async Task Who_answers_for_no_country_has_no_private_copy(string name)
    {
        var browser = await _service.SignedInAsync(name);

        Assert.DoesNotContain("Private self-assessments", await browser.TextAsync("/responses"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync("/responses/self-assessments", [new("edition", "2026")], "/responses")).StatusCode);
        var (status, body) = await JsonAsync(browser, "/api/v1/responses", new { edition = "2026", kind = "self-assessment" });
        Assert.Equal((HttpStatusCode.Forbidden, "not-respondent"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_countrys_own_response_has_no_indication()
    {
        var amina = await _service.SignedInAsync("amina");

        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync($"/responses/{_service.Kenya}/indication")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync($"/api/v1/responses/{_service.Kenya}/indication")).StatusCode);
    }

    [Fact]
    public async Task A_person_has_one_private_copy_of_an_edition()
    {
        var (browser, _) = await SomebodyAsync(Role.FocalPoint);
        await BegunAsync(browser);

        var again = await browser.SubmitAsync("/responses/self-assessments", [new("edition", "2026")], "/responses");
        var (status, body) = await JsonAsync(browser, "/api/v1/responses", new { edition = "2026", kind = "self-assessment" });

        Assert.Equal("/responses", again.Headers.Location?.ToString());
        Assert.Equal((HttpStatusCode.Conflict, "already-begun"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_program_begins_a_private_copy_and_reads_its_indication()
    {
        var (browser, person) = await SomebodyAsync(Role.Contributor);

        var (status, begun) = await JsonAsync(browser, "/api/v1/responses", new { edition = "2026", kind = "self-assessment" });
        var read = JsonDocument.Parse(await browser.TextAsync($"/api/v1/responses/{begun.GetProperty("id").GetGuid()}/indication")).RootElement;

        Assert.Equal((HttpStatusCode.Created, person.Country), (status, begun.GetProperty("country").GetString()));
        Assert.Equal(("T5", 0, true), (read.GetProperty("tier").GetString(), read.GetProperty("answered").GetInt32(), read.GetProperty("isIllustrative").GetBoolean()));
        Assert.Equal(["LEG", "TEC", "ORG", "CAP", "COO"], read.GetProperty("pillars").EnumerateArray().Select(pillar => pillar.GetProperty("pillar").GetString()));
    }

    [Fact]
    public async Task The_indication_says_the_tier_what_would_change_most_and_that_it_is_no_result()
    {
        var (browser, _) = await SomebodyAsync(Role.Contributor);
        var own = await BegunAsync(browser);
        await SaveAsync(browser, own, "LEG-1.1.1", "yes");

        var page = await browser.TextAsync($"/responses/{own}/indication");

        Assert.Contains("Only you can see this page", page, StringComparison.Ordinal);
        Assert.Contains("It is not a result, and it is never compared with other countries.", page, StringComparison.Ordinal);
        Assert.Contains("The weights of this edition are illustrative", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Building</strong>", page, StringComparison.Ordinal);
        Assert.Contains("1 of ", page, StringComparison.Ordinal);
        Assert.Matches("(?s)<svg .*role=\"img\".*<title>Share of the points by pillar</title>", page);
        Assert.DoesNotContain("<a href=\"/responses/" + own + "/sections/LEG-1#LEG-1.1.1\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rank", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_focal_point_copies_private_answers_into_the_countrys_response_by_way_of_a_preview()
    {
        var (browser, person) = await SomebodyAsync(Role.FocalPoint);
        var own = await BegunAsync(browser);
        await SaveAsync(browser, own, "LEG-1.1.1", "yes");
        await SaveAsync(browser, own, "LEG-1.1.3", "no");
        await SaveAsync(browser, own, "LEG-1.1.4", "partial");
        var national = await _service.OpenAsync(person, "2026");
        await SaveAsync(browser, national, "LEG-1.1.3", "yes");
        await SaveAsync(browser, national, "LEG-1.1.4", "partial");

        Assert.Contains($"/responses/{national}/copies?from={own}", await browser.TextAsync($"/responses/{own}/indication"), StringComparison.Ordinal);
        var preview = await browser.TextAsync($"/responses/{national}/copies?from={own}");
        var fields = FilledWorkbook.Fields(preview);
        var applied = await browser.SubmitAsync($"/responses/{national}/copies?handler=Apply", fields, $"/responses/{national}/copies");

        Assert.Equal(["LEG-1.1.1", "LEG-1.1.3"], FilledWorkbook.Questions(preview));
        Assert.Equal($"/responses/{national}/copies?answers=1&suggestions=1&links=0", applied.Headers.Location?.ToString());
        var answers = await _service.DataAsync(db => db.CurrentAnswers(national).AsNoTracking().OrderBy(answer => answer.Question).ToListAsync(Cancel));
        Assert.Equal([("LEG-1.1.1", "yes"), ("LEG-1.1.3", "yes"), ("LEG-1.1.4", "partial")], answers.Select(answer => (answer.Question, answer.Value!)));
        Assert.All(answers, answer => Assert.Equal(Provenance.Country, answer.Source));
        Assert.Equal(("LEG-1.1.3", "no"), await _service.DataAsync(async db =>
        {
            var suggestion = await db.Suggestions.SingleAsync(row => row.ResponseId == national, Cancel);
            return (suggestion.Question, suggestion.Value!);
        }));
    }

    [Fact]
    public async Task Nobody_brings_the_private_copy_of_another_person()
    {
        var (browser, person) = await SomebodyAsync(Role.FocalPoint);
        var (helper, _) = await SomebodyAsync(Role.Contributor, person.Country);
        var (theirs, national) = (await BegunAsync(helper), await _service.OpenAsync(person, "2026"));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/responses/{national}/copies?from={theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync($"/responses/{national}/copies?from={theirs}")).StatusCode);
    }

    [Fact]
    public async Task A_workbook_is_looked_at_and_applied_by_a_program()
    {
        var (browser, person) = await SomebodyAsync(Role.FocalPoint);
        var response = await _service.OpenAsync(person, "2026");
        var path = $"/api/v1/responses/{response}/workbook";
        var copy = await browser.GetAsync(path + "?language=fr");
        var workbook = FilledWorkbook.Typed(
            await copy.Content.ReadAsByteArrayAsync(Cancel), ("LEG-1.1.1/answer", FilledWorkbook.Answer, "yes"), ("LEG-1.1.3/answer", FilledWorkbook.Answer, "yes"), ("LEG-1.1.4/answer", FilledWorkbook.Answer, "maybe"));
        await SaveAsync(browser, response, "LEG-1.1.3", "no");

        var preview = await ReadAsync(await browser.UploadAsync(path, "workbook", "a.xlsx", workbook, "/responses"));
        Assert.Empty(await _service.DataAsync(db => db.CurrentAnswers(response).Where(answer => answer.Question == "LEG-1.1.1").ToListAsync(Cancel)));
        var applied = await ReadAsync(await browser.UploadAsync(path + "?apply=true", "workbook", "a.xlsx", workbook, "/responses"));

        Assert.Equal(["LEG-1.1.1 change", "LEG-1.1.3 conflict"], preview.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("question").GetString()} {row.GetProperty("kind").GetString()}"));
        Assert.Contains("LEG-1.1.4 has no option", preview.GetProperty("problems")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal((JsonValueKind.Null, 1), (preview.GetProperty("applied").ValueKind, applied.GetProperty("applied").GetProperty("answers").GetInt32()));
        Assert.Equal("workbook-unreadable", (await ReadAsync(await browser.UploadAsync(path, "workbook", "a.xlsx", [1, 2], "/responses"))).GetProperty("code").GetString());
        var answers = await _service.DataAsync(db => db.CurrentAnswers(response).OrderBy(answer => answer.Question).Select(answer => answer.Value).ToListAsync(Cancel));
        Assert.Equal(["yes", "no"], answers);
    }

    [Fact]
    public async Task A_begun_response_holds_what_was_submitted_before_to_be_confirmed()
    {
        var (browser, person) = await SomebodyAsync(Role.FocalPoint);
        var before = await _service.OpenAsync(person, "2024");
        await SaveAsync(browser, before, "LEG-1.1.1", "no");
        await _service.CertifyAsync(before, person);

        var begun = await browser.SubmitAsync("/responses", [new("edition", "2026")], "/responses");

        var id = Guid.Parse(begun.Headers.Location!.ToString().Split('/')[^1]);
        Assert.True((await _service.DataAsync(db => db.CurrentAnswers(id).SingleAsync(Cancel))).NeedsConfirmation);
        Assert.Contains("previous edition", await browser.TextAsync($"/responses/{id}/sections/LEG-1"), StringComparison.Ordinal);
    }

    private async Task<(Browser Browser, Account Person)> SomebodyAsync(Role role, string? country = null)
    {
        country ??= _service.Edition("2026").Countries.Keys.Except(["KEN", "URY"]).ElementAt(Interlocked.Increment(ref s_next));
        var person = await _service.PersonAsync($"person-{Guid.NewGuid():N}", role, country);
        return (await _service.SignedInAsync(person.Email!.Split('@')[0]), person);
    }

    private static async Task<Guid> BegunAsync(Browser browser)
    {
        var begun = await browser.SubmitAsync("/responses/self-assessments", [new("edition", "2026")], "/responses");
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return Guid.Parse(begun.Headers.Location!.ToString().Split('/')[^1]);
    }

    private static async Task SaveAsync(Browser browser, Guid response, string code, string value) =>
        Assert.Equal(HttpStatusCode.OK, (await browser.PutAsync($"/api/v1/responses/{response}/answers/{code}", new { value }, Guid.NewGuid().ToString(), "0")).StatusCode);

    private static async Task<(HttpStatusCode, JsonElement)> JsonAsync(Browser browser, string path, object body)
    {
        var page = await browser.TextAsync("/responses");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Anti-Forgery", System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value);
        var answer = await browser.SendAsync(request);
        return (answer.StatusCode, await ReadAsync(answer));
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
}

public sealed class SelfAssessmentOnSqliteTests(ServiceOnSqlite service) : SelfAssessmentTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class SelfAssessmentOnPostgreSqlTests(ServiceOnPostgreSql service) : SelfAssessmentTests(service), IClassFixture<ServiceOnPostgreSql>;
