using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ClosedXML.Excel;
using Gci.Data.Accounts;
using Gci.Testing;

namespace Gci.Web.Tests.Comparing;

/// <summary>What changed since an earlier edition, as page, files and for programs.</summary>
public abstract class ComparisonTests
{
    private const string Page = "/editions/2026/changes", Api = "/api/v1/editions/2026/changes";

    private readonly Service _service;

    protected ComparisonTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_respondent_reads_what_became_of_the_questions_and_why()
    {
        var response = await _service.OpenAsync(await _service.PersonAsync("comparing", Role.FocalPoint, "PRT"), "2026");
        var browser = await _service.SignedInAsync("comparing");

        Assert.Contains($"href=\"{Page}\"", await browser.TextAsync($"/responses/{response}"), StringComparison.Ordinal);
        var text = WebUtility.HtmlDecode(await browser.TextAsync(Page));

        Assert.Contains("<h1>What changed from 2024 to 2026</h1>", text, StringComparison.Ordinal);
        Assert.Contains("LEG-1.1.2 became LEG-1.1.5, LEG-1.1.6", text, StringComparison.Ordinal);
        Assert.Contains("One question asked for two offences", text, StringComparison.Ordinal);
        Assert.Matches("<ins>\\[\\+[^<]+\\]</ins>", text);
        Assert.Contains("The weights of 2026 are illustrative.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("reviewers’ guide", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_secretariat_sees_what_changed_for_reviewers_too() =>
        Assert.Contains("For images, look for a wording", await (await _service.SignedInAsync("anders")).TextAsync(Page), StringComparison.Ordinal);

    [Theory]
    [InlineData("/editions/1999/changes")]
    [InlineData("/editions/2026/changes?from=1999")]
    [InlineData("/editions/2026/changes?from=2026")]
    [InlineData("/editions/2024/changes.pdf")]
    [InlineData("/editions/2026/changes.xlsx?from=1999")]
    [InlineData("/api/v1/editions/1999/changes")]
    [InlineData("/api/v1/editions/2026/changes?from=2026")]
    public async Task An_edition_that_is_not_there_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await (await _service.SignedInAsync("amina")).GetAsync(path)).StatusCode);

    [Fact]
    public async Task The_first_edition_has_nothing_before_it_but_can_be_compared_all_the_same()
    {
        var browser = await _service.SignedInAsync("elena");

        Assert.DoesNotContain("In brief", await browser.TextAsync("/editions/2024/changes"), StringComparison.Ordinal);
        Assert.Contains("they were matched by their codes", await browser.TextAsync("/editions/2024/changes?from=2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_workbook_and_table_come_in_the_language_that_is_asked_for()
    {
        var browser = await _service.SignedInAsync("amina");

        var pdf = await browser.GetAsync($"{Page}.pdf?language=fr");
        Assert.SkipWhen(pdf.StatusCode == HttpStatusCode.ServiceUnavailable, "Reports cannot be drawn here.");
        Assert.Equal("gci-changes-2024-2026-fr.pdf", pdf.Content.Headers.ContentDisposition!.FileName);
        var bytes = await pdf.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(bytes[..4]));
        Assert.Equal(bytes, await (await browser.GetAsync($"{Page}.pdf?language=fr")).Content.ReadAsByteArrayAsync(Cancel));

        using var workbook = new XLWorkbook(await (await browser.GetAsync($"{Page}.xlsx?from=2024")).Content.ReadAsStreamAsync(Cancel));
        Assert.Equal(["Summary", "Questions", "Weights", "Credits", "Method"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Contains("question,LEG-1.1.2,LEG-1.1.5 LEG-1.1.6,LEG,Split,", await browser.TextAsync($"{Page}.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_the_same()
    {
        var browser = await _service.SignedInAsync("amina");

        var json = await (await browser.GetAsync($"{Api}?from=2024&language=es")).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var split = json.GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("kind").GetString() == "split");

        Assert.Equal("es", json.GetProperty("language").GetString());
        Assert.Equal(["LEG-1.1.5", "LEG-1.1.6"], split.GetProperty("after").EnumerateArray().Select(code => code.GetString()));
        Assert.DoesNotContain(json.GetProperty("questions").EnumerateArray().SelectMany(question => question.GetProperty("texts").EnumerateArray()), words => words.GetProperty("what").GetString()!.EndsWith("guide", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"{Api}?language=xx")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.Anonymous().GetAsync(Api)).StatusCode);
    }
}

public sealed class ComparisonOnSqliteTests(ServiceOnSqlite service) : ComparisonTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class ComparisonOnPostgreSqlTests(ServiceOnPostgreSql service) : ComparisonTests(service), IClassFixture<ServiceOnPostgreSql>;
