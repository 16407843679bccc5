using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>How the style sheet comes to the browser: within the first page, and from what was fetched meanwhile on every other.</summary>
public sealed class StyleJourneys(Chromium chromium, ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    private const string HeadColour = "() => getComputedStyle(document.querySelector('header.site')).backgroundColor";

    // How many bytes came over the line for it, and whether anything is painted before it is there.
    private const string OfTheSheet = "() => performance.getEntriesByType('resource').filter(one => one.name.endsWith('.css')).map(one => `${one.transferSize} ${one.renderBlockingStatus}`).join()";
    private const string OfTheHouse = "rgb(11, 79, 108)";

    [Fact]
    public async Task The_first_page_is_styled_by_itself_and_the_second_by_the_sheet_that_was_fetched_meanwhile()
    {
        var page = await chromium.OpenAsync(service.Address);
        var refused = new List<string>();
        page.Console += (_, message) => refused.AddRange(message.Type == "error" ? [message.Text] : []);

        var sheet = await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/", new() { WaitUntil = WaitUntilState.DOMContentLoaded }), answer => answer.Url.EndsWith(".css", StringComparison.Ordinal));
        Assert.Equal(OfTheHouse, await page.EvaluateAsync<string>(HeadColour));
        Assert.True(sheet.Ok);
        await sheet.FinishedAsync();

        await page.GotoAsync("/account/sign-in");
        Assert.Equal(OfTheHouse, await page.EvaluateAsync<string>(HeadColour));
        Assert.Equal("0 blocking", await page.EvaluateAsync<string>(OfTheSheet));
        Assert.Equal([], refused);
    }
}
