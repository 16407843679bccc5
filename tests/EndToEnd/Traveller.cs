using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>A focal point who is invited, opens the account and answers a section in a window of their own.</summary>
internal sealed partial class Traveller(Chromium chromium, Service service, Window window) : IAsyncDisposable
{
    internal const string Section = "LEG-1";

    private static int s_travellers;

    private readonly string _email = $"wambui{Interlocked.Increment(ref s_travellers)}@example.org";

    internal IPage Page { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => Page is null ? ValueTask.CompletedTask : new(Page.Context.CloseAsync());

    /// <summary>An administrator invites; the mail's link opens the account.</summary>
    internal async Task ArriveAsync(string country)
    {
        await InviteAsync(country);
        Page = await chromium.OpenAsync(service.Address, window);
        var mail = await service.DataAsync(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.To == _email, Cancel));
        await Page.GotoAsync(InvitationPath().Match(mail.Body).Value);
        await Page.FillAsync("#password", Service.Password);
        await SeeAsync();
        await Page.ClickAsync("main form button");
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/responses$"));
    }

    internal async Task<string> TurnSecondFactorOnAsync()
    {
        await Page.GotoAsync("/account/second-factor");
        await Page.FillAsync("#password", Service.Password);
        await Page.ClickAsync("main form button");
        var key = await Page.InnerTextAsync("code.key");
        await Page.FillAsync("#code", AppCodes.Of(key, service.Clock.GetUtcNow()));
        await Page.ClickAsync("main form button");
        await Assertions.Expect(Page.Locator(".codes li")).ToHaveCountAsync(10);
        await SeeAsync();
        await Page.GotoAsync("/account/second-factor");
        await SeeAsync();
        return key;
    }

    // A code is good once.
    internal async Task SignInWithCodeAsync(string key)
    {
        await Page.ClickAsync("form[action='/account/sign-out'] button");
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("#email", _email);
        await Page.FillAsync("#password", Service.Password);
        await Page.ClickAsync("main button");
        service.Clock.Forward(TimeSpan.FromSeconds(30));
        await Page.FillAsync("#code", AppCodes.Of(key, service.Clock.GetUtcNow()));
        await Page.ClickAsync("main button");
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/responses$"));
    }

    /// <summary>Begins the response to an edition and answers one section of it, everything that is asked there.</summary>
    internal async Task AnswerSectionAsync(string edition)
    {
        await Page.ClickAsync($"form:not([action]):has(input[name=edition][value='{edition}']) button");
        await Page.ClickAsync($"a[href$='/sections/{Section}']");
        var answered = new HashSet<string>();
        while ((await AskedAsync()).Where(answered.Add).ToArray() is { Length: > 0 } codes)
        {
            // An answer can bring further questions with it.
            foreach (var code in codes)
            {
                await AnswerAsync(code);
            }

            await SeeAsync();
            await Page.ClickAsync("button[value=list]");
            await Page.ClickAsync($"a[href$='/sections/{Section}']");
        }

        await Page.ClickAsync("nav.rooms a >> nth=0");
        var row = Page.Locator($".tasks li:has(a[href$='/sections/{Section}'])");
        await Assertions.Expect(row.Locator(".tag.done")).ToBeVisibleAsync();
        Assert.Equal($"{answered.Count}/{answered.Count}", await row.Locator(".count").InnerTextAsync());
    }

    internal async Task CertifyAsync()
    {
        await Page.ClickAsync("nav.rooms a[href$='/check']");
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/check$"));
        await Assertions.Expect(Page.Locator(".findings.blocking")).ToHaveCountAsync(0);
        await Page.FillAsync("#name", "Wambui Otieno");
        await Page.FillAsync("#office", "Director of Cybersecurity");
        await Page.CheckAsync("#unanswered");
        await Page.CheckAsync("#declared");
        await SeeAsync();
        await Page.ClickAsync("form.certificate button");
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/receipt$"));
        await Assertions.Expect(Page.Locator(".panel")).ToContainTextAsync("Wambui Otieno");
        await SeeAsync();
    }

    /// <summary>The page fits its window and can be used by everybody. Axe is a script itself, and slow.</summary>
    internal async Task SeeAsync()
    {
        await Page.AssertFitsAsync();
        if (window == Window.Desktop)
        {
            await Page.AssertAccessibleAsync();
        }
    }

    private async Task InviteAsync(string country)
    {
        var adam = await chromium.OpenAsync(service.Address);
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

    private Task<string[]> AskedAsync() => Page.Locator(".question:not(.inactive)").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.dataset.code)");

    private async Task AnswerAsync(string code)
    {
        var (question, field) = (Page.Question(code), Page.Locator($"[name='{code}.value']").First);
        await (await field.GetAttributeAsync("type") is "radio" or "checkbox" ? field.CheckAsync() : field.FillAsync("Computer Misuse and Cybercrimes Act"));
        await question.Locator("details.more summary").ClickAsync();
        await question.Locator($"[name='{code}.comment']").FillAsync("The act is in the official gazette only, on paper");
        if (window.HasScript)
        {
            await question.Locator($"[name='{code}.comment']").BlurAsync();
            await question.SavedAsync();
        }
    }

    [GeneratedRegex("/account/invitation/[0-9a-f]{64}")]
    private static partial Regex InvitationPath();
}
