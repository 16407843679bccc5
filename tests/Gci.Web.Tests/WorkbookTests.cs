using System.Net;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests;

/// <summary>Working offline by workbook, as people do it: download, fill in, look at the preview, apply.</summary>
public abstract class WorkbookTests
{
    private static int s_next;
    private readonly Service _service;

    protected WorkbookTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_that_comes_back_as_it_went_changes_nothing_in_any_language()
    {
        var (browser, response, _) = await CountryAsync();
        await SaveAsync(browser, response, "LEG-1.1.1", "yes");
        await SaveAsync(browser, response, "LEG-1.4", "incitement;intimate-images");
        foreach (var language in Languages.All)
        {
            var workbook = await FilledWorkbook.DownloadAsync(browser, response, language);

            var preview = await PreviewAsync(browser, response, workbook);

            Assert.Contains("There is nothing to change.", preview, StringComparison.Ordinal);
            Assert.Empty(FilledWorkbook.Questions(preview));
        }
    }

    [Theory]
    [InlineData("en", 1)]
    [InlineData("ar", 7)]
    [InlineData("zh", 25)]
    public async Task So_many_cells_so_many_changes_and_a_second_time_none(string language, int cells)
    {
        var (browser, response, _) = await CountryAsync();
        var random = new Random(cells);
        var edition = _service.Edition("2024");
        var changed = edition.Questionnaire!.Questions().Where(question => question.Type is ChoiceType).OrderBy(_ => random.Next()).Take(cells)
            .Select(question => (question.Code, Option: edition.In(language).Option(question, ((ChoiceType)question.Type).Options[random.Next(2)]).Text)).ToArray();
        var workbook = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(browser, response, language), changed.Select(change => ($"{change.Code}/answer", FilledWorkbook.Answer, (string?)change.Option)));

        var preview = await PreviewAsync(browser, response, workbook);

        Assert.Equal(changed.Select(change => change.Code).Order(StringComparer.Ordinal), FilledWorkbook.Questions(preview).Order(StringComparer.Ordinal));
        Assert.Empty(await AnswersAsync(response));
        var fields = FilledWorkbook.Fields(preview);
        Assert.Equal($"/responses/{response}/copies?answers={cells}&suggestions=0&links=0", (await ApplyAsync(browser, response, fields)).Headers.Location?.ToString());
        Assert.Equal($"/responses/{response}/copies?answers=0&suggestions=0&links=0", (await ApplyAsync(browser, response, fields)).Headers.Location?.ToString());
        var answers = await AnswersAsync(response);
        Assert.Equal(cells, answers.Count);
        Assert.All(answers, answer => Assert.Equal((1, Provenance.Workbook), (answer.Revision, answer.Source)));
        Assert.Empty(FilledWorkbook.Questions(await PreviewAsync(browser, response, workbook)));
        Assert.True(await IsSoundAsync(response));
    }

    [Fact]
    public async Task Every_part_of_an_answer_comes_back_and_is_shown_before_and_after()
    {
        var (browser, response, _) = await CountryAsync();
        await SaveAsync(browser, response, "LEG-1.1.1", "no");
        var workbook = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(browser, response),
            ("LEG-1.1.1/answer", FilledWorkbook.Answer, "Yes"),
            ("LEG-1.1.1/comment", FilledWorkbook.Answer, "Since 2018 <b>"),
            ("LEG-1.1.1/link/1", FilledWorkbook.Answer, "https://example.org/act"),
            ("LEG-1.1.1/link/1", FilledWorkbook.Title, "The act"),
            ("LEG-1.1.1/link/1", FilledWorkbook.Kind, Kind("LEG-1.1.1")),
            ("LEG-1.1.2/not-applicable", FilledWorkbook.Answer, "x"),
            ("LEG-1.1.2/reason", FilledWorkbook.Answer, "Not a matter of the state"));

        var preview = await PreviewAsync(browser, response, workbook);

        Assert.Matches("(?s)<del[^>]*>No</del>.*<ins[^>]*>Yes</ins>.*Since 2018 &lt;b&gt;.*Added.*The act · https://example.org/act", preview);
        var applied = await ApplyAsync(browser, response, FilledWorkbook.Fields(preview));
        Assert.Equal($"/responses/{response}/copies?answers=2&suggestions=0&links=1", applied.Headers.Location?.ToString());
        Assert.Contains("2 answers were saved.", await browser.TextAsync(applied.Headers.Location!.ToString()), StringComparison.Ordinal);
        var answers = await AnswersAsync(response);
        Assert.Equal(("yes", "Since 2018 <b>", 2), (answers[0].Value, answers[0].Comment, answers[0].Revision));
        Assert.Equal((true, "Not a matter of the state"), (answers[1].IsNotApplicable, answers[1].Reason));
        Assert.Equal("https://example.org/act", (await EvidenceAsync(response)).Single().Url);

        // Taken out of the workbook, the link goes; the answer stays.
        var emptied = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(browser, response),
            ("LEG-1.1.1/link/1", FilledWorkbook.Answer, null), ("LEG-1.1.1/link/1", FilledWorkbook.Title, null), ("LEG-1.1.1/link/1", FilledWorkbook.Kind, null));
        await ApplyAsync(browser, response, FilledWorkbook.Fields(await PreviewAsync(browser, response, emptied)));
        Assert.Empty(await EvidenceAsync(response));
        Assert.Equal(2, (await AnswersAsync(response))[0].Revision);
        Assert.True(await IsSoundAsync(response));
    }

    [Theory]
    [InlineData(false, "partial", "")]
    [InlineData(true, "yes", "Brought")]
    public async Task A_conflict_shows_both_answers_and_who_gave_the_other_and_the_person_chooses(bool takeMine, string value, string comment)
    {
        var (browser, response, person) = await CountryAsync();
        var workbook = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(browser, response), ("LEG-1.1.1/answer", FilledWorkbook.Answer, "Yes"), ("LEG-1.1.1/comment", FilledWorkbook.Answer, "Brought"));
        await SaveAsync(browser, response, "LEG-1.1.1", "partial");

        var preview = await PreviewAsync(browser, response, workbook);

        Assert.Contains("1 answer was changed here too", preview, StringComparison.Ordinal);
        Assert.Contains($"Changed here by {person.Name}", preview, StringComparison.Ordinal);
        Assert.Matches("(?s)Here</span> <del[^>]*>Partial.*Brought</span> <ins[^>]*>Yes", preview);
        await ApplyAsync(browser, response, FilledWorkbook.Fields(preview, takeMine));
        var answer = (await AnswersAsync(response)).Single();
        Assert.Equal((value, comment), (answer.Value, answer.Comment ?? ""));
    }

    [Fact]
    public async Task What_others_changed_and_the_workbook_did_not_touch_stays()
    {
        var (browser, response, _) = await CountryAsync();
        var workbook = FilledWorkbook.Typed(await FilledWorkbook.DownloadAsync(browser, response), ("LEG-1.1.1/comment", FilledWorkbook.Answer, "Brought"));
        await SaveAsync(browser, response, "LEG-1.1.2", "partial");
        await AttachAsync(response, "LEG-1.1.1");

        var preview = await PreviewAsync(browser, response, workbook);
        await ApplyAsync(browser, response, FilledWorkbook.Fields(preview));

        Assert.Equal(["LEG-1.1.1"], FilledWorkbook.Questions(preview));
        Assert.Single(await EvidenceAsync(response));
        Assert.Equal("partial", (await AnswersAsync(response))[1].Value);
    }

    [Fact]
    public async Task What_changes_between_preview_and_apply_is_shown_again_and_nothing_is_saved()
    {
        var (browser, response, _) = await CountryAsync();
        var workbook = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(browser, response), ("LEG-1.1.1/answer", FilledWorkbook.Answer, "Yes"), ("LEG-1.1.2/answer", FilledWorkbook.Answer, "Yes"));
        var preview = await PreviewAsync(browser, response, workbook);
        await SaveAsync(browser, response, "LEG-1.1.2", "no");

        var answer = await ApplyAsync(browser, response, FilledWorkbook.Fields(preview));

        var again = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("so nothing was saved", again, StringComparison.Ordinal);
        Assert.Equal(["no"], (await AnswersAsync(response)).Select(found => found.Value));
        await ApplyAsync(browser, response, FilledWorkbook.Fields(again, takeMine: true));
        Assert.Equal(["yes", "yes"], (await AnswersAsync(response)).Select(found => found.Value));
    }

    [Fact]
    public async Task A_wrong_cell_is_named_and_the_rest_can_be_applied()
    {
        var (browser, response, _) = await CountryAsync();
        var workbook = FilledWorkbook.Typed(
            await FilledWorkbook.DownloadAsync(browser, response),
            ("LEG-1.1.1/answer", FilledWorkbook.Answer, "Perhaps"),
            ("LEG-1.1.2/answer", FilledWorkbook.Answer, "Yes"),
            ("LEG-1.1.3/comment", FilledWorkbook.Answer, new string('x', 5000)),
            ("LEG-1.1.4/link/1", FilledWorkbook.Answer, "https://example.org/without-title"));

        var preview = await PreviewAsync(browser, response, workbook);

        Assert.Contains("3 cells or rows cannot be used", preview, StringComparison.Ordinal);
        Assert.Matches("(?s)Legal measures!D\\d+</bdi> LEG-1.1.1 has no option &quot;Perhaps&quot;", preview);
        Assert.Matches("(?s)Legal measures!D\\d+</bdi> <bdi class=\"code\">LEG-1.1.3</bdi> This text is longer than 4000 characters", preview);
        Assert.Matches("(?s)Legal measures!D\\d+</bdi> <bdi class=\"code\">LEG-1.1.4</bdi> Choose the kind of document", preview);
        await ApplyAsync(browser, response, FilledWorkbook.Fields(preview));
        Assert.Equal(["LEG-1.1.2"], (await AnswersAsync(response)).Select(answer => answer.Question));
    }

    [Fact]
    public async Task A_workbook_from_elsewhere_or_none_at_all_changes_nothing()
    {
        var (browser, response, person) = await CountryAsync();
        var (other, others, _) = await CountryAsync();
        var foreign = await FilledWorkbook.DownloadAsync(other, others);
        var own = await FilledWorkbook.DownloadAsync(browser, await _service.OpenAsync(person, "2024", ResponseKind.SelfAssessment));
        var later = await FilledWorkbook.DownloadAsync(browser, await _service.OpenAsync(person, "2026", ResponseKind.SelfAssessment));

        foreach (var (content, sentence) in (IEnumerable<(byte[], string)>)[
            (foreign, "This is the workbook of another country."), (own, "This workbook was downloaded from another response."),
            (later, "This is the questionnaire of edition &quot;2026&quot;, not of 2024."), ([], "Choose the workbook that you filled in."),
            ("PK\u0003\u0004 nonsense"u8.ToArray(), "The workbook is damaged"), ("<html>"u8.ToArray(), "This is not a workbook of the format .xlsx."), (foreign[..5000], "The workbook is damaged"),
            (new byte[(10 << 20) + 1], "The file is larger than 10 MB.")])
        {
            var answer = await browser.UploadAsync($"/responses/{response}/copies", "workbook", "answers.xlsx", content);

            Assert.Equal((sentence, HttpStatusCode.BadRequest), (sentence, answer.StatusCode));
            Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Empty(await AnswersAsync(response));
    }

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
        Assert.Equal("yes", (await _service.DataAsync(db => db.Suggestions.SingleAsync(suggestion => suggestion.ResponseId == response, Cancel))).Value);
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
        await _service.CertifyAsync(response, person);

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

    private string Kind(string code)
    {
        var edition = _service.Edition("2024");
        var question = edition.Questionnaire!.Questions().Single(one => one.Code == code);
        return edition.Questionnaire!.EvidenceKinds.First(kind => kind.Code == question.Evidence!.Kinds[0]).Title;
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

    /// <summary>A focal point of a country that no other test has, with an open response to 2024.</summary>
    private async Task<(Browser Browser, Guid Response, Account Person)> CountryAsync()
    {
        var country = _service.Edition("2024").Countries.Keys.Except(["KEN", "URY"]).ElementAt(Interlocked.Increment(ref s_next));
        var person = await _service.PersonAsync($"focal-{country}-{Guid.NewGuid():N}".ToLowerInvariant(), Role.FocalPoint, country);
        return (await _service.SignedInAsync(person.Email!.Split('@')[0]), await _service.OpenAsync(person, "2024"), person);
    }

    private async Task<(Browser Browser, Account Account)> ColleagueAsync(Account focalPoint)
    {
        var account = await _service.PersonAsync($"helper-{Guid.NewGuid():N}", Role.Contributor, focalPoint.Country);
        return (await _service.SignedInAsync(account.Email!.Split('@')[0]), account);
    }

    private Task<Response?> GrantAsync(Guid response, Account by, Account to, string[] sections, Right right) => _service.DataAsync(db => db.ResponseAsync(
        response,
        (found, _) =>
        {
            found.Grant(by.AsActor(), to, sections, right, Moment.Now(TimeProvider.System));
            return Task.FromResult(found);
        },
        Cancel));

    private Task<Response?> AttachAsync(Guid response, string code) => _service.DataAsync(async db =>
    {
        var question = _service.Edition("2024").QuestionOf(code)!;
        var by = await db.Users.FirstAsync(Cancel);
        return await db.ResponseAsync(
            response,
            (found, _) =>
            {
                Assert.Null(found.Attach(by.AsActor(), question, new(question.Evidence!.Kinds[0], "Theirs", null, "https://example.org/theirs"), [], null, Moment.Now(TimeProvider.System)));
                return Task.FromResult(found);
            },
            Cancel);
    });

    private static async Task SaveAsync(Browser browser, Guid response, string code, string value)
    {
        var saved = await browser.PutAsync($"/api/v1/responses/{response}/answers/{code}", new { value }, Guid.NewGuid().ToString(), "0");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    private static async Task<string> PreviewAsync(Browser browser, Guid response, byte[] workbook)
    {
        var answer = await browser.UploadAsync($"/responses/{response}/copies", "workbook", "answers.xlsx", workbook);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        return page;
    }

    private static Task<HttpResponseMessage> ApplyAsync(Browser browser, Guid response, IEnumerable<KeyValuePair<string, string>> fields) =>
        browser.SubmitAsync($"/responses/{response}/copies?handler=Apply", fields, $"/responses/{response}/copies");

    private Task<List<AnswerRevision>> AnswersAsync(Guid response) =>
        _service.DataAsync(db => db.CurrentAnswers(response).AsNoTracking().OrderBy(answer => answer.Question).ToListAsync(Cancel));

    private Task<List<EvidenceItem>> EvidenceAsync(Guid response) =>
        _service.DataAsync(db => db.Evidence.AsNoTracking().Where(item => item.ResponseId == response && item.RemovedAt == null).ToListAsync(Cancel));

    private Task<bool> IsSoundAsync(Guid response) => _service.DataAsync(async db =>
    {
        using var folder = new TemporaryFolder();
        using var key = SealKey.OpenOrMake(folder.At("seal-key.pem"));
        return (await db.VerifyAuditAsync(key, Cancel)).All(broken => broken.Response != response);
    });
}

public sealed class WorkbookOnSqliteTests(ServiceOnSqlite service) : WorkbookTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class WorkbookOnPostgreSqlTests(ServiceOnPostgreSql service) : WorkbookTests(service), IClassFixture<ServiceOnPostgreSql>;
