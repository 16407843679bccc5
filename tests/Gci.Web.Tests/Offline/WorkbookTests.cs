using System.Net;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Web.Tests.Offline;

/// <summary>Working offline by workbook, as people do it: download, fill in, look at the preview, apply.</summary>
public abstract class WorkbookTests(Service service) : OfflineTests(service)
{
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
        var edition = Service.Edition("2024");
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
        var own = await FilledWorkbook.DownloadAsync(browser, await Service.OpenAsync(person, "2024", ResponseKind.SelfAssessment));
        var later = await FilledWorkbook.DownloadAsync(browser, await Service.OpenAsync(person, "2026", ResponseKind.SelfAssessment));

        foreach (var (content, sentence) in (IEnumerable<(byte[], string)>)[
            (foreign, "This is the workbook of another country."), (own, "This workbook was downloaded from another response."),
            (later, "This is the questionnaire of edition &quot;2026&quot;, not of 2024."), ([], "Choose the workbook that you filled in."),
            ("PK\u0003\u0004 nonsense"u8.ToArray(), "The workbook is damaged"), ("<html>"u8.ToArray(), "This is not a workbook of the format .xlsx."), (foreign[..5000], "The workbook is damaged"),
            (new byte[(10 << 20) + 1], "The file is larger than 10 MB."), (new byte[30 << 20], "The file is larger than 10 MB.")])
        {
            var answer = await browser.UploadAsync($"/responses/{response}/copies", "workbook", "answers.xlsx", content);

            Assert.Equal((sentence, HttpStatusCode.BadRequest), (sentence, answer.StatusCode));
            Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Empty(await AnswersAsync(response));
    }

    private string Kind(string code)
    {
        var edition = Service.Edition("2024");
        var question = edition.Questionnaire!.Questions().Single(one => one.Code == code);
        return edition.Questionnaire!.EvidenceKinds.First(kind => kind.Code == question.Evidence!.Kinds[0]).Title;
    }
}

public sealed class WorkbookOnSqliteTests(ServiceOnSqlite service) : WorkbookTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class WorkbookOnPostgreSqlTests(ServiceOnPostgreSql service) : WorkbookTests(service), IClassFixture<ServiceOnPostgreSql>;
