using System.Text;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>From the invitation in a mail to the receipt in one's hands.</summary>
public abstract class SubmissionJourneys
{
    private readonly Chromium _chromium;
    private readonly Service _service;

    protected SubmissionJourneys(Chromium chromium, Service service)
    {
        service.Require();
        (_chromium, _service) = (chromium, service);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_focal_point_is_invited_answers_certifies_and_takes_the_receipt_home() => WalkAsync(Window.Desktop, "NZL");

    protected async Task WalkAsync(Window window, string country)
    {
        await using var wambui = new Traveller(_chromium, _service, window);
        await wambui.ArriveAsync(country);
        await wambui.SignInWithCodeAsync(await wambui.TurnSecondFactorOnAsync());
        await wambui.AnswerSectionAsync("2026");
        await wambui.CertifyAsync();
        await TakeReceiptAsync(wambui.Page);
    }

    private static async Task TakeReceiptAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href$='receipt.pdf']"));
        var receipt = await File.ReadAllBytesAsync(await download.PathAsync(), Cancel);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(receipt[..5]));
        await page.GoBackAsync();
        await page.GotoAsync($"{page.Url[..page.Url.LastIndexOf('/')]}/sections/{Traveller.Section}");
        await Assertions.Expect(page.Locator(".question input, .question textarea[name$='.comment']")).ToHaveCountAsync(0);
    }
}

public sealed class SubmissionOnSqliteJourneys(Chromium chromium, ServiceOnSqlite service) : SubmissionJourneys(chromium, service), IClassFixture<ServiceOnSqlite>
{
    [Fact]
    public Task The_same_way_can_be_walked_at_a_zoom_of_200_percent() => WalkAsync(Window.Zoomed, "PER");

    [Fact]
    public Task The_same_way_can_be_walked_without_script() => WalkAsync(Window.WithoutScript, "SEN");
}

public sealed class SubmissionOnPostgreSqlJourneys(Chromium chromium, ServiceOnPostgreSql service) : SubmissionJourneys(chromium, service), IClassFixture<ServiceOnPostgreSql>;
