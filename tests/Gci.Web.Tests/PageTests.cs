using System.Net;
using System.Text.RegularExpressions;
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
        Assert.Matches("default-src 'none'; script-src 'nonce-[A-Za-z0-9+/=]{24}'; style-src 'self'", policy);
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
            var text = await browser.TextAsync(path);
            Assert.DoesNotMatch("<script(?![^>]* src=)|<style|\\son[a-z]+=\"|\\sstyle=\"|javascript:", text);
        }
    }

    [Fact]
    public async Task A_section_page_weighs_at_most_25_kilobytes_uncached_and_8_cached()
    {
        var browser = await service.SignedInAsync("amina");
        foreach (var code in (string[])["LEG-1", "LEG-2", "CAP-1", "COO-1"])
        {
            var page = await CompressedAsync(browser, $"/responses/{service.Kenya}/sections/{code}");
            var text = await browser.TextAsync($"/responses/{service.Kenya}/sections/{code}");
            var parts = 0;
            foreach (Match asset in AssetPath().Matches(text))
            {
                parts += await CompressedAsync(browser, asset.Value);
            }

            Assert.True(page <= 8_000, $"{code}: {page} bytes");
            Assert.True(page + parts <= 25_000, $"{code}: {page} + {parts} bytes");
        }
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
        var computed = (string[])["problem.", "problems.title.", "responses.state.", "tasks.state.", "rooms.", "refusal.", "accounts.role."];

        Assert.DoesNotContain(asked, key => areas.Contains(key.Split('.')[0]) && !texts.Has(key) && !texts.Has($"{key}.other"));
        Assert.DoesNotContain(texts.Keys, key => areas.Contains(key.Split('.')[0]) && !asked.Contains(Plain(key)) && !computed.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
    }

    private static string Plain(string key) => key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] : key.EndsWith(".other", StringComparison.Ordinal) ? key[..^6] : key;

    private static async Task<int> CompressedAsync(Browser browser, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br");
        var answer = await browser.SendAsync(request);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    [GeneratedRegex("/assets/[a-z0-9.]+")]
    private static partial Regex AssetPath();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*\\.[a-z][a-z.-]+)\"")]
    private static partial Regex TextKey();
}
