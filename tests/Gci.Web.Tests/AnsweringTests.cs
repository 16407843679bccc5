using System.Net;
using System.Text.Json;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests;

/// <summary>Answers by plain form and by program, with the same revisions.</summary>
public abstract class AnsweringTests
{
    private readonly Service _service;

    protected AnsweringTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private string Section(string code) => $"/responses/{_service.Kenya}/sections/{code}";

    private string Answer(string code) => $"/api/v1/responses/{_service.Kenya}/answers/{code}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plain_form_saves_a_whole_page_and_leads_on()
    {
        var browser = await _service.SignedInAsync("amina");

        var answer = await browser.PostAsync(Section("LEG-2"), new()
        {
            ["form-key"] = "form-1",
            ["go"] = "next",
            ["LEG-2.1.value"] = "yes",
            ["LEG-2.1.revision"] = "0",
            ["LEG-2.1.comment"] = "In force since 2018",
            ["LEG-2.2.na"] = "yes",
            ["LEG-2.2.reason"] = "Not a matter of the state",
            ["LEG-2.2.revision"] = "0",
        });

        Assert.Equal((HttpStatusCode.Redirect, Section("TEC-1")), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var first = await CurrentAsync("LEG-2.1");
        Assert.Equal(("yes", "In force since 2018", 1), (first!.Value, first.Comment, first.Revision));
        Assert.Equal((null, true, "Not a matter of the state"), ((await CurrentAsync("LEG-2.2"))!.Value, (await CurrentAsync("LEG-2.2"))!.IsNotApplicable, (await CurrentAsync("LEG-2.2"))!.Reason));
        Assert.Contains("In force since 2018", await browser.TextAsync(Section("LEG-2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_form_that_is_sent_twice_saves_once()
    {
        var browser = await _service.SignedInAsync("amina");
        Dictionary<string, string> fields = new() { ["form-key"] = "form-2", ["go"] = "list", ["LEG-1.1.4.value"] = "partial", ["LEG-1.1.4.revision"] = "0" };

        await browser.PostAsync(Section("LEG-1"), fields);
        var again = await browser.PostAsync(Section("LEG-1"), fields);

        Assert.Equal((HttpStatusCode.Redirect, 1), (again.StatusCode, (await CurrentAsync("LEG-1.1.4"))!.Revision));
    }

    [Fact]
    public async Task What_a_plain_form_cannot_save_stays_in_its_fields_with_the_reason()
    {
        var browser = await _service.SignedInAsync("amina");

        var answer = await browser.PostAsync(Section("CAP-1"), new() { ["form-key"] = "form-3", ["CAP-1.1.na"] = "yes", ["CAP-1.1.comment"] = "typed with care", ["CAP-1.1.revision"] = "0" });

        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Say why CAP-1.1 does not apply to your country.", text, StringComparison.Ordinal);
        Assert.Contains("typed with care", text, StringComparison.Ordinal);
        Assert.Null(await CurrentAsync("CAP-1.1"));
    }

    [Fact]
    public async Task A_conflict_in_a_plain_form_shows_both_answers_and_who_gave_the_other()
    {
        var (amina, barasa) = (await _service.SignedInAsync("amina"), await _service.SignedInAsync("barasa"));
        await barasa.PostAsync(Section("LEG-1"), new() { ["form-key"] = "form-4", ["LEG-1.2.1.value"] = "no", ["LEG-1.2.1.revision"] = "0" });

        var answer = await amina.PostAsync(Section("LEG-1"), new() { ["form-key"] = "form-5", ["LEG-1.2.1.value"] = "yes", ["LEG-1.2.1.revision"] = "0" });

        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Barasa answered: No", text, StringComparison.Ordinal);
        Assert.Matches("name=\"LEG-1.2.1.value\" value=\"yes\" checked", text);
        Assert.Contains("name=\"LEG-1.2.1.revision\" value=\"1\"", text, StringComparison.Ordinal);
        Assert.Equal("no", (await CurrentAsync("LEG-1.2.1"))!.Value);
    }

    [Fact]
    public async Task A_program_saves_by_revision_and_is_answered_the_same_bytes_again()
    {
        var browser = await _service.SignedInAsync("amina");

        var first = await browser.PutAsync(Answer("LEG-1.1.1"), new { value = "yes" }, "program-1", "0");
        var again = await browser.PutAsync(Answer("LEG-1.1.1"), new { value = "yes" }, "program-1", "0");

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (first.StatusCode, first.Headers.ETag?.Tag));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancel), await again.Content.ReadAsByteArrayAsync(Cancel));
        var read = JsonDocument.Parse(await browser.TextAsync(Answer("LEG-1.1.1"))).RootElement;
        Assert.Equal(("yes", 1, "Amina"), (read.GetProperty("value").GetString(), read.GetProperty("revision").GetInt32(), read.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_program_that_is_late_is_given_their_answer()
    {
        var browser = await _service.SignedInAsync("amina");
        await browser.PutAsync(Answer("LEG-1.1.2"), new { value = "yes" }, "program-2", "0");

        var late = await browser.PutAsync(Answer("LEG-1.1.2"), new { value = "no" }, "program-3", "0");

        var theirs = JsonDocument.Parse(await late.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("theirs");
        Assert.Equal((HttpStatusCode.Conflict, "yes", 1, "Amina"), (late.StatusCode, theirs.GetProperty("value").GetString(), theirs.GetProperty("revision").GetInt32(), theirs.GetProperty("by").GetString()));
    }

    [Theory]
    [InlineData("perhaps", "program-4", "0", "/", HttpStatusCode.BadRequest, "not-an-answer")]
    [InlineData("yes", null, "0", "/", HttpStatusCode.BadRequest, "idempotency-key")]
    [InlineData("yes", "program-5", null, "/", HttpStatusCode.BadRequest, "if-match")]
    [InlineData("yes", "program-6", "0", null, HttpStatusCode.BadRequest, "anti-forgery")]
    public async Task A_wrong_request_is_told_what_to_do_in_problem_json(string value, string? key, string? revision, string? page, HttpStatusCode status, string code)
    {
        var browser = await _service.SignedInAsync("amina");

        var answer = await browser.PutAsync(Answer("LEG-1.1.3"), new { value }, key, revision, page);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("code").GetString());
        Assert.Null(await CurrentAsync("LEG-1.1.3"));
    }

    [Fact]
    public async Task A_table_is_filled_row_by_row_and_read_back()
    {
        var table = EditionOf().Questionnaire!.Questions().First(question => question.Type is Gci.Editions.Questionnaires.TableType { Columns: var columns } && columns[0].Type == Gci.Editions.Questionnaires.ColumnType.Text);
        var page = Gci.Web.Answering.QuestionPage.Holding(EditionOf().Questionnaire!, table.Code).Code;
        var column = ((Gci.Editions.Questionnaires.TableType)table.Type).Columns[0].Code;
        var browser = await _service.SignedInAsync("amina");

        var answer = await browser.PostAsync(Section(page), new() { ["form-key"] = "form-6", [$"{table.Code}.1.{column}"] = "Ünïted \"quoted\" <b>", [$"{table.Code}.revision"] = "0" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"[{{\"{column}\":\"Ünïted \\\"quoted\\\" <b>\"}}]", (await CurrentAsync(table.Code))!.Value);
        Assert.Contains($"name=\"{table.Code}.0.{column}\" data-column=\"{column}\" value=\"Ünïted &quot;quoted&quot; &lt;b&gt;\"", await browser.TextAsync(Section(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_stands_on_exactly_one_page_with_all_its_fields()
    {
        var browser = await _service.SignedInAsync("amina");
        foreach (var page in Gci.Web.Answering.QuestionPage.Of(EditionOf().Questionnaire!))
        {
            var text = await browser.TextAsync(Section(page.Code));
            foreach (var question in page.Questions())
            {
                Assert.Contains($"id=\"{question.Code}\"", text, StringComparison.Ordinal);
                Assert.Contains($"name=\"{question.Code}.revision\"", text, StringComparison.Ordinal);
                Assert.Contains(question.Text.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#x27;", StringComparison.Ordinal), text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(
            EditionOf().Questionnaire!.Questions().Select(question => question.Code),
            Gci.Web.Answering.QuestionPage.Of(EditionOf().Questionnaire!).SelectMany(page => page.Questions()).Select(question => question.Code));
    }

    private static Gci.Editions.Edition EditionOf()
    {
        var problems = new Gci.Editions.Problems();
        return new Gci.Editions.EditionsFolder(Gci.Testing.Repository.Root).Load("2024", problems)!;
    }

    private Task<AnswerRevision?> CurrentAsync(string question) =>
        _service.DataAsync(db => db.CurrentAnswers(_service.Kenya).AsNoTracking().FirstOrDefaultAsync(answer => answer.Question == question, Cancel));
}

public sealed class AnsweringOnSqliteTests(ServiceOnSqlite service) : AnsweringTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class AnsweringOnPostgreSqlTests(ServiceOnPostgreSql service) : AnsweringTests(service), IClassFixture<ServiceOnPostgreSql>;
