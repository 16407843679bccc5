using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>From the invitation in a mail to the receipt in one's hands.</summary>
public abstract partial class SubmissionJourneys : IAsyncDisposable
{
    private const string Section = "LEG-1";

    private static int s_travellers;

    private readonly Chromium _chromium;
    private readonly Service _service;
    private readonly string _email = $"wambui{Interlocked.Increment(ref s_travellers)}@example.org";
    private IPage _page = null!;
    private Window _window = Window.Desktop;

    protected SubmissionJourneys(Chromium chromium, Service service)
    {
        service.Require();
        (_chromium, _service) = (chromium, service);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_focal_point_is_invited_answers_certifies_and_takes_the_receipt_home() => WalkAsync(Window.Desktop, "NZL");

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.Context.CloseAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task WalkAsync(Window window, string country)
    {
        _window = window;
        await InviteAsync(country);
        _page = await _chromium.OpenAsync(_service.Address, window);
        await OpenAccountAsync();
        await SignInWithCodeAsync(await TurnSecondFactorOnAsync());
        await _page.ClickAsync("form:not([action]):has(input[name=edition]) button");
        await _page.ClickAsync($"a[href$='/sections/{Section}']");
        await AnswerSectionAsync();
        await CertifyAsync();
        await TakeReceiptAsync();
    }

    private async Task InviteAsync(string country)
    {
        var adam = await _chromium.OpenAsync(_service.Address);
        await adam.SignInAsync("adam");
        await adam.GotoAsync("/accounts/invite");
        await adam.FillAsync("#email", _email);
        await adam.FillAsync("#name", "Wambui Otieno");
        await adam.SelectOptionAsync("#role", "FocalPoint");
        await adam.SelectOptionAsync("#country", country);
        await adam.ClickAsync("main form button");
        await Assertions.Expect(adam.Locator(".banner, .note").First).ToBeVisibleAsync();
        await adam.Context.CloseAsync();
    }

    private async Task OpenAccountAsync()
    {
        var mail = await _service.DataAsync(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.To == _email, Cancel));
        await _page.GotoAsync(InvitationPath().Match(mail.Body).Value);
        await _page.FillAsync("#password", Service.Password);
        await SeeAsync();
        await _page.ClickAsync("main form button");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/responses$"));
    }

    private async Task<string> TurnSecondFactorOnAsync()
    {
        await _page.GotoAsync("/account/second-factor");
        await _page.FillAsync("#password", Service.Password);
        await _page.ClickAsync("main form button");
        var key = await _page.InnerTextAsync("code.key");
        await _page.FillAsync("#code", AppCodes.Of(key, _service.Clock.GetUtcNow()));
        await _page.ClickAsync("main form button");
        await Assertions.Expect(_page.Locator(".codes li")).ToHaveCountAsync(10);
        await SeeAsync();
        await _page.GotoAsync("/account/second-factor");
        await SeeAsync();
        return key;
    }

    // A code is good once.
    private async Task SignInWithCodeAsync(string key)
    {
        await _page.ClickAsync("form[action='/account/sign-out'] button");
        await _page.GotoAsync("/account/sign-in");
        await _page.FillAsync("#email", _email);
        await _page.FillAsync("#password", Service.Password);
        await _page.ClickAsync("main button");
        _service.Clock.Forward(TimeSpan.FromSeconds(30));
        await _page.FillAsync("#code", AppCodes.Of(key, _service.Clock.GetUtcNow()));
        await _page.ClickAsync("main button");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/responses$"));
    }

    // An answer can bring further questions with it.
    private async Task AnswerSectionAsync()
    {
        var answered = new HashSet<string>();
        while ((await AskedAsync()).Where(answered.Add).ToArray() is { Length: > 0 } codes)
        {
            foreach (var code in codes)
            {
                await AnswerAsync(code);
            }

            await SeeAsync();
            await _page.ClickAsync("button[value=list]");
            await _page.ClickAsync($"a[href$='/sections/{Section}']");
        }

        await _page.ClickAsync("nav.rooms a >> nth=0");
        var row = _page.Locator($".tasks li:has(a[href$='/sections/{Section}'])");
        await Assertions.Expect(row.Locator(".tag.done")).ToBeVisibleAsync();
        Assert.Equal($"{answered.Count}/{answered.Count}", await row.Locator(".count").InnerTextAsync());
    }

    private Task<string[]> AskedAsync() => _page.Locator(".question:not(.inactive)").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.dataset.code)");

    private async Task AnswerAsync(string code)
    {
        var (question, field) = (_page.Question(code), _page.Locator($"[name='{code}.value']").First);
        await (await field.GetAttributeAsync("type") is "radio" or "checkbox" ? field.CheckAsync() : field.FillAsync("Computer Misuse and Cybercrimes Act"));
        await question.Locator("details.more summary").ClickAsync();
        await question.Locator($"[name='{code}.comment']").FillAsync("The act is in the official gazette only, on paper");
        if (_window.HasScript)
        {
            await question.Locator($"[name='{code}.comment']").BlurAsync();
            await question.SavedAsync();
        }
    }

    private async Task CertifyAsync()
    {
        await _page.ClickAsync("nav.rooms a[href$='/check']");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/check$"));
        await Assertions.Expect(_page.Locator(".findings.blocking")).ToHaveCountAsync(0);
        await _page.FillAsync("#name", "Wambui Otieno");
        await _page.FillAsync("#office", "Director of Cybersecurity");
        await _page.CheckAsync("#unanswered");
        await _page.CheckAsync("#declared");
        await SeeAsync();
        await _page.ClickAsync("form.certificate button");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/receipt$"));
        await Assertions.Expect(_page.Locator(".panel")).ToContainTextAsync("Wambui Otieno");
        await SeeAsync();
    }

    private async Task TakeReceiptAsync()
    {
        var download = await _page.RunAndWaitForDownloadAsync(() => _page.ClickAsync("a[href$='receipt.pdf']"));
        var receipt = await File.ReadAllBytesAsync(await download.PathAsync(), Cancel);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(receipt[..5]));
        await _page.GoBackAsync();
        await _page.GotoAsync($"{_page.Url[.._page.Url.LastIndexOf('/')]}/sections/{Section}");
        await Assertions.Expect(_page.Locator(".question input, .question textarea[name$='.comment']")).ToHaveCountAsync(0);
    }

    // Axe is a script itself, and slow.
    private async Task SeeAsync()
    {
        await _page.AssertFitsAsync();
        if (_window == Window.Desktop)
        {
            await _page.AssertAccessibleAsync();
        }
    }

    [GeneratedRegex("/account/invitation/[0-9a-f]{64}")]
    private static partial Regex InvitationPath();
}

public sealed class SubmissionOnSqliteJourneys(Chromium chromium, ServiceOnSqlite service) : SubmissionJourneys(chromium, service), IClassFixture<ServiceOnSqlite>
{
    [Fact]
    public Task The_same_way_can_be_walked_at_a_zoom_of_200_percent() => WalkAsync(Window.Zoomed, "PER");

    [Fact]
    public Task The_same_way_can_be_walked_without_script() => WalkAsync(Window.WithoutScript, "SEN");
}

public sealed class SubmissionOnPostgreSqlJourneys(Chromium chromium, ServiceOnPostgreSql service) : SubmissionJourneys(chromium, service), IClassFixture<ServiceOnPostgreSql>;
