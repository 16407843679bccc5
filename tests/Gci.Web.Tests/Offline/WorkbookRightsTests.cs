using System.Net;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Offline;

/// <summary>Who may bring back what, and what is refused.</summary>
public abstract class WorkbookRightsTests(Service service) : OfflineTests(service)
{
    [Fact]
    public async Task A_contributor_changes_the_sections_that_were_opened_and_is_told_of_the_others()
    {
        var (browser, response, person) = await CountryAsync();
        var (helper, account) = await ColleagueAsync(person);
        await GrantAsync(response, person, account, ["LEG-1"], Right.Edit);
        await SaveAsync(browser, response, "TEC-1.1", "yes");
        var workbook = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(browser, response), ("LEG-1.1.1/answer", FilledWorkbook.Answer, "Yes"), ("TEC-1.1/comment", FilledWorkbook.Answer, "Not mine"));

        var preview = await PreviewAsync(helper, response, workbook);
        var forged = FilledWorkbook.Fields((await PreviewAsync(browser, response, workbook)));

        Assert.Equal(["LEG-1.1.1"], FilledWorkbook.Questions(preview));
        Assert.Contains("1 change is not yours to make", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await ApplyAsync(helper, response, forged)).StatusCode);
        await ApplyAsync(helper, response, FilledWorkbook.Fields(preview));
        var answers = await AnswersAsync(response);
        Assert.Equal([("LEG-1.1.1", "yes", account.Id), ("TEC-1.1", "yes", person.Id)], answers.Select(answer => (answer.Question, answer.Value!, answer.By)));
        Assert.DoesNotContain("TEC-1.1", string.Join(' ', answers.Where(answer => answer.Comment is not null).Select(answer => answer.Question)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_may_only_suggest_becomes_a_suggestion()
    {
        var (browser, response, person) = await CountryAsync();
        var (helper, account) = await ColleagueAsync(person);
        await GrantAsync(response, person, account, ["LEG"], Right.Suggest);
        await SaveAsync(browser, response, "LEG-1.1.1", "no");
        var workbook = FilledWorkbook.Typed(await FilledWorkbook.DownloadAsync(helper, response), ("LEG-1.1.1/answer", FilledWorkbook.Answer, "Yes"));

        var applied = await ApplyAsync(helper, response, FilledWorkbook.Fields(await PreviewAsync(helper, response, workbook)));

        Assert.Equal($"/responses/{response}/copies?answers=0&suggestions=1&links=0", applied.Headers.Location?.ToString());
        Assert.Equal("no", (await AnswersAsync(response)).Single().Value);
        Assert.Equal("yes", (await Service.DataAsync(db => db.Suggestions.SingleAsync(suggestion => suggestion.ResponseId == response, Cancel))).Value);
    }

    [Fact]
    public async Task A_workbook_does_not_show_what_its_reader_may_not_see()
    {
        var (browser, response, person) = await CountryAsync();
        var (helper, _) = await ColleagueAsync(person);
        await browser.PutAsync($"/api/v1/responses/{response}/answers/TEC-1.1", new { value = "yes", comment = "canary-in-the-workbook" }, Guid.NewGuid().ToString(), "0");

        Assert.True(Holds(await FilledWorkbook.DownloadAsync(browser, response), "canary-in-the-workbook"));
        Assert.False(Holds(await FilledWorkbook.DownloadAsync(helper, response), "canary-in-the-workbook"));
    }

    [Fact]
    public async Task What_was_submitted_can_be_downloaded_and_not_changed()
    {
        var (browser, response, person) = await CountryAsync();
        var workbook = FilledWorkbook.Typed(await FilledWorkbook.DownloadAsync(browser, response), ("LEG-1.1.1/answer", FilledWorkbook.Answer, "Yes"));
        var fields = FilledWorkbook.Fields(await PreviewAsync(browser, response, workbook));
        await Service.CertifyAsync(response, person);

        Assert.Contains("can still be downloaded", await browser.TextAsync($"/responses/{response}/copies"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.UploadAsync($"/responses/{response}/copies", "workbook", "a.xlsx", workbook, "/responses")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync($"/responses/{response}/copies?handler=Apply", fields, "/responses")).StatusCode);
        Assert.Empty(await AnswersAsync(response));
        await FilledWorkbook.DownloadAsync(browser, response);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused()
    {
        var (browser, response, _) = await CountryAsync();
        foreach (var row in (string[])["", "null", "[]", "{}", "{\"code\":\"XYZ-1\"}", "{\"code\":\"LEG-1.1.1\",\"links\":[null]}", "{\"code\":\"LEG-1.1.1\",\"links\":[{\"url\":null}]}"])
        {
            var answer = await ApplyAsync(browser, response, [new("origin", "Workbook"), new("mark", "abc"), new("row", row), new("take.LEG-1.1.1", "mine")]);
            Assert.Equal((row, HttpStatusCode.BadRequest), (row, answer.StatusCode));
        }

        var mark = await ApplyAsync(browser, response, [new("origin", "Workbook"), new("mark", new string('a', 80)), new("row", "{\"code\":\"LEG-1.1.1\"}")]);
        Assert.Equal(HttpStatusCode.BadRequest, mark.StatusCode);
    }

    private static bool Holds(byte[] workbook, string text)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return zip.Entries.Any(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
        });
    }
}

public sealed class WorkbookRightsOnSqliteTests(ServiceOnSqlite service) : WorkbookRightsTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class WorkbookRightsOnPostgreSqlTests(ServiceOnPostgreSql service) : WorkbookRightsTests(service), IClassFixture<ServiceOnPostgreSql>;
