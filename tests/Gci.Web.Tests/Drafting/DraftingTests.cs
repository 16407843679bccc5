using System.Net;
using System.Text.RegularExpressions;
using Gci.Editions;
using Gci.Testing;
using Gci.Web.Drafting;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Drafting;

/// <summary>Editions that are made in the service: derived, edited as text, checked, shown, downloaded and brought back.</summary>
public abstract partial class DraftingTests
{
    private static int s_number;

    private readonly Service _service;

    protected DraftingTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_but_its_makers_sees_a_draft_before_its_run_has_begun()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"/editions/{edition}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await _service.SignedInAsync("adam")).GetAsync($"/editions/{edition}/draft")).StatusCode);
        foreach (var (who, path) in from who in (string[])["amina", "elena", "rosa"] from path in (string[])[$"/editions/{edition}", $"/editions/{edition}/draft", $"/editions/{edition}/consultation", $"/api/v1/editions/{edition}", $"/api/v1/editions/{edition}/draft"] select (who, path))
        {
            Assert.Equal((who, path, HttpStatusCode.NotFound), (who, path, (await (await _service.SignedInAsync(who)).GetAsync(path)).StatusCode));
        }

        await analyst.PostAsync($"/editions/{edition}", [], $"/editions/{edition}");

        foreach (var who in (string[])["amina", "elena", "rosa"])
        {
            Assert.Equal(HttpStatusCode.OK, (await (await _service.SignedInAsync(who)).GetAsync($"/editions/{edition}/consultation")).StatusCode);
        }

        var member = await _service.SignedInAsync("amina");
        Assert.Contains($"\"/editions/{edition}/consultation\"", await member.TextAsync("/responses"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/api/v1/editions/{edition}/questionnaire")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/editions/{edition}/draft")).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_commented_on_and_not_answered()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        await analyst.PostAsync($"/editions/{edition}", [], $"/editions/{edition}");

        var opened = await analyst.CallAsync(HttpMethod.Post, $"/api/v1/editions/{edition}/run/steps", new { step = "open" });
        var begun = await (await _service.SignedInAsync("amina")).CallAsync(HttpMethod.Post, "/api/v1/responses", new { edition, kind = "self-assessment" });

        Assert.Contains("edition-drafted", await opened.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("edition-drafted", await begun.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_problems_is_kept_and_everybody_else_sees_the_draft_as_it_was()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        await analyst.PostAsync($"/editions/{edition}", [], $"/editions/{edition}");
        var (path, text, seen) = await FileAsync(analyst, edition);

        var saved = await analyst.PostAsync(path, new() { ["Text"] = text.Replace("class: public", "class: nobody", StringComparison.Ordinal).Replace("Illegal access", "Changed title", StringComparison.Ordinal), ["Seen"] = seen }, path);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("problems in the draft", await analyst.TextAsync(path), StringComparison.Ordinal);
        var check = await analyst.TextAsync($"/editions/{edition}/draft/check");
        Assert.Contains($"{path}#L", check, StringComparison.Ordinal);
        Assert.Contains("nobody", check, StringComparison.Ordinal);
        Assert.Contains("Illegal access", await (await _service.SignedInAsync("amina")).TextAsync($"/api/v1/editions/{edition}/questionnaire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_text_is_refused_and_both_texts_are_shown()
    {
        var edition = await DerivedAsync();
        var (first, second) = (await _service.SignedInAsync("anders"), await _service.SignedInAsync("adam"));
        var (path, text, seen) = await FileAsync(first, edition);
        await second.PostAsync(path, new() { ["Text"] = $"# theirs\n{text}", ["Seen"] = seen }, path);

        var refused = await first.PostAsync(path, new() { ["Text"] = $"# mine\n{text}", ["Seen"] = seen }, path);

        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("# mine\n", page, StringComparison.Ordinal);
        Assert.Contains("<ins><span>+</span># theirs</ins>", page, StringComparison.Ordinal);
        Assert.Contains("<del><span>-</span># mine</del>", page, StringComparison.Ordinal);
        var again = await first.PostAsync(path, new() { ["Text"] = $"# mine\n{text}", ["Seen"] = Seen().Match(page).Groups[1].Value }, path);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task The_check_says_what_would_be_wrong_and_saves_nothing()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        var (path, text, seen) = await FileAsync(analyst, edition);

        var found = await analyst.PostAsync($"{path}?handler=Check", new() { ["Text"] = text.Replace("class: public", "class: nobody", StringComparison.Ordinal), ["Seen"] = seen }, path);

        Assert.Contains("class: nobody", await found.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("href=\"#L", await found.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(text, (await FileAsync(analyst, edition)).Text);
    }

    [Fact]
    public async Task An_earlier_text_is_restored()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        var (path, text, seen) = await FileAsync(analyst, edition);
        await analyst.PostAsync(path, new() { ["Text"] = $"# a comment\n{text}", ["Seen"] = seen }, path);
        var history = path.Replace("/files/", "/history/", StringComparison.Ordinal);
        Assert.Contains("<ins><span>+</span># a comment</ins>", await analyst.TextAsync(history), StringComparison.Ordinal);

        await analyst.PostAsync(history, new() { ["revision"] = "1", ["seen"] = "2" }, history);

        Assert.Equal((text, "3"), await FileAsync(analyst, edition) is var file ? (file.Text, file.Seen) : default);
        Assert.Contains("restored an earlier text", await analyst.TextAsync(history), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_downloaded_can_be_changed_and_uploaded_again()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        using var zip = new System.IO.Compression.ZipArchive(await (await analyst.GetAsync($"/editions/{edition}/draft/files.zip")).Content.ReadAsStreamAsync(Cancel));
        var name = $"questionnaires/{edition}/cooperation.yaml";
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        var text = await reader.ReadToEndAsync(Cancel);
        var page = $"/editions/{edition}/draft/files";

        var saved = await analyst.PostFileAsync(page, new() { ["name"] = name }, "file", "cooperation.yaml", System.Text.Encoding.UTF8.GetBytes($"# from my editor\n{text}"), page);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("# from my editor", await analyst.TextAsync($"{page}/{name}"), StringComparison.Ordinal);
        var strange = await analyst.PostFileAsync(page, new() { ["name"] = "questionnaires/2026/legal.yaml" }, "file", "legal.yaml", "a: b"u8.ToArray(), page);
        Assert.Equal(HttpStatusCode.BadRequest, strange.StatusCode);
    }

    [Fact]
    public async Task Programs_do_the_same_with_tags()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        var path = $"/api/v1/editions/{edition}/draft/files/questionnaires/{edition}/legal.yaml";
        Assert.Equal("\"1\"", (await analyst.GetAsync(path)).Headers.ETag?.Tag);

        var saved = await analyst.CallAsync(HttpMethod.Put, path, new { text = "pillar: LEG\n" }, "1");
        var stale = await analyst.CallAsync(HttpMethod.Put, path, new { text = "pillar: LEG\n\n" }, "1");

        Assert.Equal("\"2\"", saved.Headers.ETag?.Tag);
        Assert.Contains("\"problems\":[{", await saved.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("draft-file-changed", await stale.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_put_aside_is_found_by_nobody_else_and_taken_up_again()
    {
        var edition = await DerivedAsync();
        var analyst = await _service.SignedInAsync("anders");
        var page = $"/editions/{edition}/draft";

        await analyst.PostAsync($"{page}?handler=GiveUp", [], page);

        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/editions/{edition}")).StatusCode);
        Assert.Contains($"\"/editions/{edition}/draft\"", await analyst.TextAsync("/editions"), StringComparison.Ordinal);
        await analyst.PostAsync($"{page}?handler=TakeUp", [], page);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"/editions/{edition}")).StatusCode);
    }

    [Fact]
    public async Task A_service_that_starts_reads_its_drafts_from_the_database()
    {
        var edition = await DerivedAsync();
        var shelf = EditionShelf.Read(Repository.Root, null, new Problems())!;
        Assert.False(shelf.Has(edition));

        await _service.DataAsync(async db =>
        {
            await shelf.RefreshAsync(db, Cancel);
            return 0;
        });

        Assert.True(shelf.DraftOf(edition) is { Good: not null, IsShown: false, Problems.Count: 0 });
    }

    [Theory]
    [InlineData("anders", "2026", HttpStatusCode.BadRequest, "There is an edition 2026 already.")]
    [InlineData("anders", "no spaces", HttpStatusCode.BadRequest, "Give the edition an id")]
    [InlineData("rosa", "2030", HttpStatusCode.NotFound, "")]
    [InlineData("elena", "2030", HttpStatusCode.NotFound, "")]
    public async Task What_cannot_be_derived_is_said_beside_its_field(string who, string id, HttpStatusCode status, string sentence)
    {
        var browser = await _service.SignedInAsync(who);

        var answer = await DeriveAsync(browser, id);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> DeriveAsync(Browser browser, string id) => browser.PostAsync(
        "/editions/derive", new() { ["from"] = "2026", ["id"] = id, ["title"] = $"Index {id}", ["date"] = "2028-12-31" }, "/account");

    private async Task<string> DerivedAsync()
    {
        var edition = $"d{Interlocked.Increment(ref s_number)}";
        var answer = await DeriveAsync(await _service.SignedInAsync("anders"), edition);
        Assert.Equal($"/editions/{edition}/draft", answer.Headers.Location?.OriginalString);
        return edition;
    }

    private static async Task<(string Path, string Text, string Seen)> FileAsync(Browser browser, string edition)
    {
        var path = $"/editions/{edition}/draft/files/questionnaires/{edition}/legal.yaml";
        var page = await browser.TextAsync(path);
        return (path, WebUtility.HtmlDecode(Area().Match(page).Groups[1].Value), Seen().Match(page).Groups[1].Value);
    }

    [GeneratedRegex("<textarea id=\"text\"[^>]*>\n(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("name=\"Seen\" value=\"([0-9]+)\"")]
    private static partial Regex Seen();
}

public sealed class DraftingOnSqliteTests(ServiceOnSqlite service) : DraftingTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class DraftingOnPostgreSqlTests(ServiceOnPostgreSql service) : DraftingTests(service), IClassFixture<ServiceOnPostgreSql>;
