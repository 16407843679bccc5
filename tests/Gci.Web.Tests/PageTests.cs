using System.Net;
using System.Text.RegularExpressions;
using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Web.Tests;

public sealed partial class PageTests(ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    [Fact]
    public async Task Every_answer_carries_the_headers_that_protect_it()
    {
        var answer = await service.Anonymous().GetAsync("/");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("default-src 'none'; script-src 'nonce-[A-Za-z0-9+/=]{24}'; style-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("Server", answer.Headers.Select(header => header.Key));
    }

    [Fact]
    public async Task No_page_holds_an_inline_script_style_or_handler()
    {
        var browser = await service.SignedInAsync("amina");
        foreach (var path in (string[])["/responses", $"/responses/{service.Kenya}", $"/responses/{service.Kenya}/sections/LEG-1", $"/responses/{service.Kenya}/sections/COO-1"])
        {
            var text = OwnStyle().Replace(await browser.TextAsync(path), "");
            Assert.DoesNotMatch("<script(?![^>]* src=)|<style|\\son[a-z]+=\"|\\sstyle=\"|javascript:", text);
        }
    }

    [Theory]
    [InlineData("2024", "en")]
    [InlineData("2024", "ar")]
    [InlineData("2026", "en")]
    [InlineData("2026", "ar")]
    public async Task A_section_page_weighs_at_most_25_kilobytes_uncached_and_8_cached(string edition, string language)
    {
        var person = await service.PersonAsync($"weigher-{edition}-{language}", Role.FocalPoint, (edition, language) switch { ("2024", "en") => "FRA", ("2024", _) => "TUN", (_, "en") => "GBR", _ => "EGY" });
        var response = await service.OpenAsync(person, edition);
        var browser = await service.SignedInAsync($"weigher-{edition}-{language}");
        await browser.PostAsync("/account/language", new() { ["language"] = language, ["returnTo"] = "/" }, "/responses");
        foreach (var code in Weighed(edition))
        {
            var path = $"/responses/{response}/sections/{code}";
            var (first, script) = (await CompressedAsync(browser, path, anew: true), await CompressedAsync(browser, Assert.Single(AssetPath().Matches(await AnewAsync(browser, path))).Value));
            var cached = await CompressedAsync(browser, path);

            Assert.True(cached <= 8_000, $"{code}: {cached} bytes");
            Assert.True(first + script <= 25_000, $"{code}: {first} + {script} bytes");
        }
    }

    [Fact]
    public async Task A_page_carries_its_style_until_the_browser_has_the_sheet()
    {
        await service.PersonAsync("stylish", Role.FocalPoint, "CHL");
        var browser = await service.SignedInAsync("stylish");
        const string style = "<style nonce=", sheet = "<link rel=\"stylesheet\"", prefetch = "<link rel=\"prefetch\" as=\"style\"";

        var text = await service.Anonymous().TextAsync("/");
        Assert.Contains(style, text, StringComparison.Ordinal);
        Assert.Contains(prefetch, text, StringComparison.Ordinal);
        Assert.DoesNotContain(sheet, text, StringComparison.Ordinal);

        text = await browser.TextAsync("/responses");
        Assert.DoesNotContain(style, text, StringComparison.Ordinal);
        Assert.Contains(sheet, text, StringComparison.Ordinal);
        Assert.Contains(style, await AnewAsync(browser, "/responses"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Weighed(string edition)
    {
        var questionnaire = new EditionsFolder(Repository.Root).Load(edition, new Problems())!.Questionnaire!;
        return Gci.Web.Answering.QuestionPage.Of(questionnaire).Select(page => page.Code);
    }

    [Fact]
    public async Task Style_and_script_are_kept_for_a_year_under_an_address_of_their_content()
    {
        var text = await service.Anonymous().TextAsync("/");
        var assets = AssetPath().Matches(text).Select(match => match.Value).ToArray();

        Assert.Equal(2, assets.Length);
        foreach (var asset in assets)
        {
            var answer = await service.Anonymous().GetAsync(asset);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await service.Anonymous().GetAsync("/assets/other.css")).StatusCode);
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("fr", "ltr")]
    public async Task The_language_that_was_chosen_stays_and_gives_the_direction(string language, string direction)
    {
        var browser = service.Anonymous();

        await browser.PostAsync("/account/language", new() { ["language"] = language, ["returnTo"] = "/" }, "/");

        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", await browser.TextAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    public async Task A_form_leads_nowhere_outside(string address)
    {
        var answer = await service.Anonymous().PostAsync("/account/language", new() { ["language"] = "fr", ["returnTo"] = address }, "/");

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Health_is_answered_without_sign_in() => Assert.Equal("Healthy", await service.Anonymous().TextAsync("/health"));

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_in_the_same_dress()
    {
        var answer = await service.Anonymous().GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page not found", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there_and_every_text_is_asked_for()
    {
        var problems = new Problems();
        var texts = new EditionsFolder(Repository.Root).Interface(problems)[Languages.Source];
        Assert.Empty(problems.InOrder());
        string[] elsewhere = ["answer", "document", "workbook", "mail"];
        var source = string.Join('\n', Directory.EnumerateFiles(Repository.At("src", "Gci.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var asked = TextKey().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        var areas = texts.Keys.Select(key => key.Split('.')[0]).Except(elsewhere).ToHashSet();
        string[] computed =
        [
            "problem.", "problems.title.", "responses.state.", "tasks.state.", "rooms.", "refusal.", "accounts.role.", "check.finding.", "check.kind.", "check.mark.", "check.state.", "check.certify.",
            "people.right.", "people.choice.", "history.action.", "history.source.", "history.state.", "editions.state.", "editions.step.", "editions.moved.", "editions.button.", "editions.next.", "board.state.", "consultation.kind.", "consultation.outcome.",
            "freeze.source.", "freeze.left-out.", "class.reads.",
            "draft.state.", "draft.mark.", "draft.filter.", "draft.act.", "draft.class.", "draft.type.", "draft.translation.",
            "review.status.", "review.verdict.", "review.seat.", "review.outcome.", "review.evidence.", "returned.outcome.",
        ];

        Assert.DoesNotContain(asked, key => areas.Contains(key.Split('.')[0]) && !texts.Has(key) && !texts.Has($"{key}.other"));
        Assert.DoesNotContain(texts.Keys, key => areas.Contains(key.Split('.')[0]) && !asked.Contains(Plain(key)) && !computed.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
    }

    private static string Plain(string key) => key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] : key.EndsWith(".other", StringComparison.Ordinal) ? key[..^6] : key;

    // As a browser asks that is told to use nothing it has kept.
    private static async Task<string> AnewAsync(Browser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cache-Control", "no-cache" } } };
        using var answer = await browser.SendAsync(request);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> CompressedAsync(Browser browser, string path, bool anew = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" }, { "Cache-Control", anew ? "no-cache" : "max-age=0" } } };
        using var answer = await browser.SendAsync(request);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    [GeneratedRegex("<style nonce=\"[A-Za-z0-9+/=]{24}\">[^<]*</style>")]
    private static partial Regex OwnStyle();

    [GeneratedRegex("/assets/[a-z0-9.]+")]
    private static partial Regex AssetPath();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*\\.[a-z][a-z.-]+)\"")]
    private static partial Regex TextKey();
}
