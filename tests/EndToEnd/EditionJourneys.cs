using System.Text.RegularExpressions;
using Gci.Cli;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>A whole edition in real windows: invited, answered, returned, corrected, frozen by two persons and published.</summary>
public abstract class EditionJourneys
{
    private const string Edition = "2026";
    private const string Country = "NZL";

    // What the reviewer asks back, and what becomes of it.
    private const string Accepted = "LEG-1.1.1";
    private const string Corrected = "LEG-1.1.3";
    private const string Objected = "LEG-1.1.4";

    private readonly Chromium _chromium;
    private readonly Service _service;

    protected EditionJourneys(Chromium chromium, Service service)
    {
        service.Require();
        (_chromium, _service) = (chromium, service);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edition_is_run_from_the_invitation_to_the_published_result()
    {
        var (anders, rosa) = (await StaffAsync("anders"), await StaffAsync("rosa"));
        await OpenEditionAsync(anders);
        await using var wambui = new Traveller(_chromium, _service, Window.Desktop);
        await wambui.ArriveAsync(Country);
        await wambui.AnswerSectionAsync(Edition);
        await wambui.CertifyAsync();
        await StepAsync(anders, "close-answering");
        await AssignAsync(anders, "Rosa");

        await JudgeByKeysAsync(rosa);
        await ReturnAsync(rosa);
        await AnswerReturnAsync(wambui);
        await CloseReviewAsync(rosa);

        await TogetherAsync(anders, "Adam confirmed the freeze");
        await TogetherAsync(anders, "Adam confirmed the publication");
        await SeeSnapshotAsync(anders);
        await PublishAsync();
    }

    private async Task<IPage> StaffAsync(string name)
    {
        var page = await _chromium.OpenAsync(_service.Address);
        await page.SignInAsync(name);
        return page;
    }

    private static async Task OpenEditionAsync(IPage anders)
    {
        await anders.GotoAsync($"/editions/{Edition}");
        await anders.ClickAsync("main form button");
        await StepAsync(anders, "open");
    }

    private static async Task StepAsync(IPage anders, string step)
    {
        await anders.GotoAsync($"/editions/{Edition}");
        await anders.ClickAsync($"a[href$='/steps/{step}']");
        await anders.AssertAccessibleAsync();
        await anders.ClickAsync("main form button");
        await Assertions.Expect(anders).ToHaveURLAsync(new Regex($"/editions/{Edition}(\\?.*)?$"));
    }

    private static async Task AssignAsync(IPage anders, string reviewer)
    {
        await anders.GotoAsync("/reviews?all=true");
        await anders.ClickAsync("main .tasks a");
        await anders.ClickAsync("a[href$='/assign']");
        await anders.SelectOptionAsync("[name='all.first']", new SelectOptionValue { Label = reviewer });
        await anders.ClickAsync("main form button");
        await Assertions.Expect(anders.Locator("main .tasks")).ToContainTextAsync(reviewer);
    }

    // Not once the mouse: 1 verifies and goes on, 3 asks back and leads to the note.
    private static async Task JudgeByKeysAsync(IPage rosa)
    {
        await rosa.GotoAsync("/reviews");
        await rosa.FollowAsync("main .tasks a", "**/reviews/*-*");
        await rosa.FollowAsync("a[href$='/questions/LEG']", "**/questions/LEG");
        await rosa.TabToAsync(".hint a[href^='#']");
        await rosa.Keyboard.PressAsync("Enter");
        var judged = new HashSet<string>();
        while (await FocusedAsync(rosa) is { Length: > 0 } code && code.StartsWith(Traveller.Section, StringComparison.Ordinal) && judged.Add(code))
        {
            await JudgeAsync(rosa, code);
        }

        await rosa.AssertAccessibleAsync();
        await rosa.ReloadAsync();
        await Assertions.Expect(rosa.Locator(".question input[value=query-open]:checked")).ToHaveCountAsync(3);
        await Assertions.Expect(rosa.Locator($"[name='{Corrected}.note']")).ToHaveValueAsync("Which section?");
        await rosa.ClickAsync("nav.filters a[href$='only=open']");
        await Assertions.Expect(rosa.Locator($".question[data-code^='{Traveller.Section}']")).ToHaveCountAsync(0);
    }

    private static Task<string> FocusedAsync(IPage rosa) => rosa.EvaluateAsync<string>("() => document.activeElement.closest('.question:has(input[type=radio])')?.dataset.code ?? ''");

    private static async Task JudgeAsync(IPage rosa, string code)
    {
        var state = rosa.Question(code).Locator(".state");
        if (code is not (Accepted or Corrected or Objected))
        {
            await rosa.Keyboard.PressAsync("1");
            await Assertions.Expect(state).ToHaveTextAsync("Saved");
            return;
        }

        await rosa.Keyboard.PressAsync("3");
        await rosa.Keyboard.TypeAsync("Which section?");
        await rosa.Keyboard.PressAsync("Tab");
        await Assertions.Expect(state).ToHaveTextAsync("Saved");
        await rosa.Keyboard.PressAsync("j");
        Assert.NotEqual(code, await FocusedAsync(rosa));
    }

    private static async Task ReturnAsync(IPage rosa)
    {
        await rosa.ClickAsync("nav.rooms a >> nth=0");
        await rosa.ClickAsync("a[href$='/return']");
        await Assertions.Expect(rosa.Locator("[name=question]:checked")).ToHaveCountAsync(3);
        foreach (var code in (string[])[Accepted, Corrected, Objected])
        {
            await rosa.FillAsync($"[name='{code}.why']", $"We do not find {code} in the act.");
        }

        await rosa.SelectOptionAsync($"[name='{Accepted}.value']", "no");
        await rosa.AssertAccessibleAsync();
        await rosa.ClickAsync("#questions .buttons button");
        await Assertions.Expect(rosa.Locator(".tag.returned")).ToBeVisibleAsync();
    }

    private static async Task AnswerReturnAsync(Traveller wambui)
    {
        var page = wambui.Page;
        await page.GotoAsync("/responses");
        await page.ClickAsync("main .cards a");
        await page.ClickAsync("a[href$='/returned'] >> nth=0");
        await wambui.SeeAsync();
        await page.ClickAsync($"[id='{Accepted}'] form button");
        await page.ClickAsync($"[id='{Objected}'] details summary");
        await page.FillAsync($"[id='{Objected}'] textarea", "It is the whole of part 4.");
        await page.ClickAsync($"[id='{Objected}'] details button");
        await page.ClickAsync($"[id='{Corrected}'] a[role=button]");

        await Assertions.Expect(page.Locator("[name='LEG-1.1.5.value']")).ToHaveCountAsync(0);
        await page.Option(Corrected, "partial").CheckAsync();
        await page.Question(Corrected).SavedAsync();
        await AttachAsync(page);
        await wambui.SeeAsync();

        await page.ClickAsync("nav.rooms a[href$='/returned']");
        await page.ClickAsync("#resubmit button");
        await Assertions.Expect(page.Locator("#resubmit")).ToHaveCountAsync(0);
    }

    private static async Task AttachAsync(IPage page)
    {
        var question = page.Question(Corrected);
        var kind = question.Locator($"[name='{Corrected}.evidence.kind']");
        if (!await kind.IsVisibleAsync())
        {
            await question.Locator("details:has([name$='.evidence.kind']) summary").ClickAsync();
        }

        await kind.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.FillAsync($"[name='{Corrected}.evidence.title']", "Crimes Act 1961");
        await page.FillAsync($"[name='{Corrected}.evidence.url']", "https://example.org/crimes-act");
        await page.ClickAsync($"button[value='attach:{Corrected}']");
        await Assertions.Expect(question.Locator("a[href='https://example.org/crimes-act']")).ToBeVisibleAsync();
    }

    // What is found about a piece of evidence is saved at once, its note too.
    private static async Task FindAsync(IPage rosa)
    {
        var found = rosa.Question(Corrected).Locator(".found");
        await found.Locator("[name$='.reachable']").SelectOptionAsync("yes");
        await found.Locator("[name$='.note']").FillAsync("Section 249");
        await found.Locator("[name$='.note']").BlurAsync();
        await Assertions.Expect(rosa.Question(Corrected).Locator(".state")).ToHaveTextAsync("Saved");
        await rosa.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await rosa.ReloadAsync();
        await Assertions.Expect(found.Locator("[name$='.reachable']")).ToHaveValueAsync("yes");
        await Assertions.Expect(found.Locator("[name$='.note']")).ToHaveValueAsync("Section 249");
    }

    private static async Task CloseReviewAsync(IPage rosa)
    {
        await rosa.ReloadAsync();
        await rosa.ClickAsync("main .tasks a[href*='only=answered']");
        await FindAsync(rosa);
        foreach (var code in (string[])[Accepted, Corrected, Objected])
        {
            await rosa.CheckAsync($"[name='{code}.verdict'][value=verified]");
            await Assertions.Expect(rosa.Question(code).Locator(".state")).ToHaveTextAsync("Saved");
        }

        await rosa.AssertAccessibleAsync();
        await rosa.ClickAsync("nav.rooms a >> nth=0");
        await rosa.ClickAsync("form[action*='handler=Close'] button");
        await Assertions.Expect(rosa.Locator(".tag.closed")).ToBeVisibleAsync();
    }

    // The one proposes and cannot confirm; the other confirms.
    private async Task TogetherAsync(IPage anders, string history)
    {
        await anders.GotoAsync($"/editions/{Edition}/freeze");
        await anders.AssertAccessibleAsync();
        await anders.ClickAsync("form.narrow button");
        await Assertions.Expect(anders.Locator("form[action$='handler=confirm']")).ToHaveCountAsync(0);
        var adam = await StaffAsync("adam");
        await adam.GotoAsync($"/editions/{Edition}/freeze");
        await adam.AssertAccessibleAsync();
        await adam.ClickAsync("form[action$='handler=confirm'] button");
        await Assertions.Expect(adam.Locator("p.note[role=status]")).ToBeVisibleAsync();
        await adam.GotoAsync($"/editions/{Edition}");
        await Assertions.Expect(adam.Locator("ol.history")).ToContainTextAsync(history);
        await adam.Context.CloseAsync();
    }

    private static async Task SeeSnapshotAsync(IPage anders)
    {
        await anders.GotoAsync($"/editions/{Edition}/snapshots");
        await anders.AssertAccessibleAsync();
        var download = await anders.RunAndWaitForDownloadAsync(() => anders.ClickAsync("a[href$='/answers.csv']"));
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), Cancel);
        Assert.Contains($"{Country},{Accepted},no", lines);
        Assert.Contains($"{Country},{Corrected},partial", lines);
        Assert.Contains($"{Country},{Objected},yes", lines);
    }

    private async Task PublishAsync()
    {
        using var folder = new Testing.TemporaryFolder();
        var (said, wrong) = (new StringWriter(), new StringWriter());
        var from = _service.PostgreSql is { } database ? (string[])["--database", database] : [];
        var code = await GciCommand.RunAsync(["publish", "--edition", Edition, "--from-database", "--data", _service.Data, .. from, "--out", folder.At("out")], said, wrong);
        Assert.SkipWhen(code == ExitCode.MissingComponent, $"Reports cannot be drawn here. {wrong}");
        Assert.True(code == ExitCode.Done, wrong.ToString());
        var tiers = await File.ReadAllLinesAsync(folder.At("out", "tiers.csv"), Cancel);
        Assert.Equal(2, tiers.Length);
        Assert.Matches($"^{Country},.*,questionnaire,", tiers[1]);
    }
}

public sealed class EditionOnSqliteJourneys(Chromium chromium, ServiceOnSqlite service) : EditionJourneys(chromium, service), IClassFixture<ServiceOnSqlite>;

public sealed class EditionOnPostgreSqlJourneys(Chromium chromium, ServiceOnPostgreSql service) : EditionJourneys(chromium, service), IClassFixture<ServiceOnPostgreSql>;
