using Gci.Data.Accounts;
using Microsoft.Playwright;

namespace Gci.EndToEnd;

/// <summary>Answering a section in real windows.</summary>
public abstract class AnsweringJourneys
{
    private readonly Chromium _chromium;
    private readonly Service _service;

    protected AnsweringJourneys(Chromium chromium, Service service)
    {
        service.Require();
        (_chromium, _service) = (chromium, service);
    }

    private string Section(string code) => $"/responses/{_service.Kenya}/sections/{code}";

    [Fact]
    public async Task What_is_chosen_and_typed_is_saved_without_a_button_and_is_there_again()
    {
        var page = await WindowAsync("amina");
        await page.GotoAsync(Section("LEG-1"));
        var question = page.Question("LEG-1.1.1");

        await page.Option("LEG-1.1.1", "yes").CheckAsync();
        await question.SavedAsync();
        await question.Locator("details.more summary").ClickAsync();
        await question.Locator("[name='LEG-1.1.1.comment']").FillAsync("In force since 2018");
        await question.Locator("[name='LEG-1.1.1.comment']").BlurAsync();
        await question.SavedAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Option("LEG-1.1.1", "yes")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='LEG-1.1.1.comment']")).ToHaveValueAsync("In force since 2018");
    }

    [Fact]
    public async Task A_broken_line_is_said_and_what_was_typed_is_saved_when_it_is_back()
    {
        var page = await WindowAsync("amina");
        await page.GotoAsync(Section("LEG-2"));
        await page.Context.SetOfflineAsync(true);

        await page.Option("LEG-2.1", "partial").CheckAsync();
        await Assertions.Expect(page.Question("LEG-2.1")).ToHaveAttributeAsync("data-state", "failed");
        await page.Context.SetOfflineAsync(false);
        await page.Question("LEG-2.1").SavedAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Option("LEG-2.1", "partial")).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("mine", "no")]
    [InlineData("theirs", "yes")]
    public async Task Two_people_at_once_see_both_answers_and_one_of_them_decides(string choice, string result)
    {
        var code = choice == "mine" ? "LEG-1.1.2" : "LEG-1.1.3";
        var (amina, barasa) = (await WindowAsync("amina"), await WindowAsync("barasa"));
        await amina.GotoAsync(Section("LEG-1"));
        await barasa.GotoAsync(Section("LEG-1"));

        await barasa.Option(code, "yes").CheckAsync();
        await barasa.Question(code).SavedAsync();
        await amina.Option(code, "no").CheckAsync();

        var conflict = amina.Question(code).Locator(".conflict");
        await Assertions.Expect(conflict).ToContainTextAsync("Barasa");
        await amina.AssertAccessibleAsync();
        await conflict.Locator("button").Nth(choice == "mine" ? 0 : 1).ClickAsync();
        await Assertions.Expect(conflict).ToHaveCountAsync(0);
        await Assertions.Expect(amina.Option(code, result)).ToBeCheckedAsync();
        await barasa.WaitForTimeoutAsync(300);
        await barasa.ReloadAsync();
        await Assertions.Expect(barasa.Option(code, result)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Without_script_the_same_page_is_a_form()
    {
        var page = await WindowAsync("amina", Window.WithoutScript);
        await page.GotoAsync(Section("ORG-1"));
        var first = await page.Locator(".question").First.GetAttributeAsync("data-code");

        await page.Locator($"[name='{first}.value']").First.CheckAsync();
        await page.Locator("button[value=list]").ClickAsync();
        await Assertions.Expect(page.Locator(".tasks").First).ToBeVisibleAsync();
        await page.GotoAsync(Section("ORG-1"));

        await Assertions.Expect(page.Locator($"[name='{first}.value']").First).ToBeCheckedAsync();
    }

    [Fact]
    public async Task In_Arabic_the_page_reads_from_right_to_left_and_saves_the_same()
    {
        var page = await WindowAsync("amina", Window.Desktop with { Language = "ar" });
        await page.GotoAsync(Section("TEC-1"));
        var code = await page.Locator(".question").First.GetAttributeAsync("data-code");
        Assert.Equal("rtl", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).direction"));

        await page.Question(code!).Locator("input").Nth(1).FocusAsync();
        await page.Question(code!).Locator("input[type=radio], input[type=checkbox]").First.CheckAsync();

        await page.Question(code!).SavedAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough_from_the_sign_in_to_the_receipt()
    {
        var nuru = await _service.PersonAsync("nuru", Role.FocalPoint, "TZA");
        var response = await _service.OpenAsync(nuru, "2024");
        var page = await _chromium.OpenAsync(_service.Address);
        await page.GotoAsync("/account/sign-in");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        await page.TypeIntoAsync("#email", "nuru@example.org");
        await page.TypeIntoAsync("#password", Service.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/responses");
        await page.FollowAsync($"a[href='/responses/{response}']", $"**/responses/{response}");
        await page.FollowAsync("a[href$='/sections/LEG-1']", "**/sections/LEG-1");
        await page.TabToAsync("[name='LEG-1.1.4.value']");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Question("LEG-1.1.4").SavedAsync();
        await Assertions.Expect(page.Option("LEG-1.1.4", "no")).ToBeCheckedAsync();

        await page.FollowAsync("nav.rooms a[href$='/check']", "**/check");
        await page.TypeIntoAsync("#name", "Nuru Mwangi");
        await page.TypeIntoAsync("#office", "Director");
        await page.TabToAsync("#unanswered");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#declared");
        await page.Keyboard.PressAsync("Space");
        await page.FollowAsync("form.certificate button", "**/receipt");
        await Assertions.Expect(page.Locator(".panel")).ToContainTextAsync("Nuru Mwangi");
    }

    private async Task<IPage> WindowAsync(string name, Window? window = null)
    {
        var page = await _chromium.OpenAsync(_service.Address, window);
        await page.ArriveAsync(name, window?.Language ?? "en");
        return page;
    }
}

public sealed class AnsweringOnSqliteJourneys(Chromium chromium, ServiceOnSqlite service) : AnsweringJourneys(chromium, service), IClassFixture<ServiceOnSqlite>;

public sealed class AnsweringOnPostgreSqlJourneys(Chromium chromium, ServiceOnPostgreSql service) : AnsweringJourneys(chromium, service), IClassFixture<ServiceOnPostgreSql>;
