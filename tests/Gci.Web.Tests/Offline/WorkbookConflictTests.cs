using System.Net;

namespace Gci.Web.Tests.Offline;

/// <summary>What happens to a workbook while it is away, and between its preview and its acceptance.</summary>
public abstract class WorkbookConflictTests(Service service) : OfflineTests(service)
{
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
}

public sealed class WorkbookConflictOnSqliteTests(ServiceOnSqlite service) : WorkbookConflictTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class WorkbookConflictOnPostgreSqlTests(ServiceOnPostgreSql service) : WorkbookConflictTests(service), IClassFixture<ServiceOnPostgreSql>;
