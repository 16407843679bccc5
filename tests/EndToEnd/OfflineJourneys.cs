using Gci.Data.Accounts;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>Taking the questionnaire along as a workbook and bringing it back; a private copy and its indication.</summary>
public sealed class OfflineJourneys(Chromium chromium, ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, bool, bool> Windows() => new()
    {
        { "en", 1280, true, false },
        { "en", 1280, false, false },
        { "ar", 390, true, true },
        { "ru", 320, true, false },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_workbook_goes_out_is_filled_in_and_comes_back_by_way_of_a_preview(string language, int width, bool hasScript, bool isDark)
    {
        var (page, response) = await CountryAsync(language, new(width, 800, language, hasScript, isDark), width + (hasScript ? 1 : 0));
        await page.GotoAsync($"/responses/{response}/copies");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("form[action$='questionnaire.xlsx'] button"));
        var workbook = FilledWorkbook.Typed(
            await File.ReadAllBytesAsync(await download.PathAsync(), Cancel),
            ("LEG-1.1.1/answer", FilledWorkbook.Answer, "yes"), ("LEG-1.1.2/answer", FilledWorkbook.Answer, "no"), ("LEG-1.1.3/answer", FilledWorkbook.Answer, "perhaps"));
        await SaveMeanwhileAsync(page, response, "LEG-1.1.2");

        await page.GotoAsync($"/responses/{response}/copies");
        await page.SetInputFilesAsync("#workbook", new FilePayload { Name = "answers.xlsx", MimeType = "application/octet-stream", Buffer = workbook });
        await page.ClickAsync("form[enctype] button");
        await Assertions.Expect(page.Locator("input[name='take.LEG-1.1.1']")).ToBeCheckedAsync();
        await page.PictureAsync($"preview-{language}-{width}-{hasScript}");
        if (hasScript)
        {
            await page.AssertAccessibleAsync();
            await page.AssertFitsAsync();
        }

        await page.CheckAsync("input[name='take.LEG-1.1.2'][value='mine']");
        await page.ClickAsync("form[action*='handler=Apply'] button");
        await Assertions.Expect(page.Locator(".banner[role=status]").First).ToContainTextAsync(language == "ar" ? "إجابتان" : "2");
        await page.GotoAsync($"/responses/{response}/sections/LEG-1");
        await Assertions.Expect(page.Option("LEG-1.1.1", "yes")).ToBeCheckedAsync();
        await Assertions.Expect(page.Option("LEG-1.1.2", "no")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='LEG-1.1.3.value']:checked:not([value=''])")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("en", 1280, false)]
    [InlineData("ar", 390, true)]
    [InlineData("fr", 320, false)]
    public async Task A_private_copy_is_begun_and_shows_its_indication(string language, int width, bool isDark)
    {
        var (page, _) = await CountryAsync(language, new(width, 800, language, IsDark: isDark), width + 10);
        await page.GotoAsync("/responses");
        await page.AssertAccessibleAsync();
        await page.ClickAsync("section[aria-labelledby=self-assessments] form button");
        var address = page.Url;
        await page.GotoAsync($"{address}/sections/LEG-1");
        await page.Option("LEG-1.1.1", "yes").CheckAsync();
        await page.Question("LEG-1.1.1").SavedAsync();

        await page.GotoAsync($"{address}/indication");

        await Assertions.Expect(page.Locator("svg[role=img]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("table tbody tr")).ToHaveCountAsync(5);
        await page.PictureAsync($"indication-{language}-{width}");
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
    }

    // Each journey has a country of its own.
    private async Task<(IPage Page, Guid Response)> CountryAsync(string language, Window window, int place)
    {
        var name = $"traveller-{Guid.NewGuid():N}"[..16];
        var country = service.Edition("2024").Countries.Keys.Except(["KEN", "URY"]).ElementAt(place % 150);
        var person = await service.PersonAsync(name, Role.FocalPoint, country);
        var response = await service.OpenAsync(person, "2024");
        var page = await chromium.OpenAsync(service.Address, window);
        await page.ArriveAsync(name, language);
        return (page, response);
    }

    private static async Task SaveMeanwhileAsync(IPage page, Guid response, string code)
    {
        await page.GotoAsync($"/responses/{response}/copies");
        var token = await page.Locator("form[enctype] [name=__RequestVerificationToken]").GetAttributeAsync("value");
        var saved = await page.APIRequest.PutAsync($"/api/v1/responses/{response}/answers/{code}", new()
        {
            Headers = new Dictionary<string, string> { ["If-Match"] = "\"0\"", ["Idempotency-Key"] = Guid.NewGuid().ToString(), ["X-Anti-Forgery"] = token! },
            DataObject = new { value = "partial" },
        });
        Assert.True(saved.Ok, saved.StatusText);
    }
}
