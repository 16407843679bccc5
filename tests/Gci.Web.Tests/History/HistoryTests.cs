using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.History;

/// <summary>Who changed what, in words; who may read of it; and earlier answers made the answer again.</summary>
public abstract partial class HistoryTests
{
    private readonly Service _service;

    protected HistoryTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_said_in_words_with_what_was_before_and_its_link_in_the_chain()
    {
        var (response, focal) = await CountryAsync("SWE");
        await SaveAsync(focal, response, "LEG-2.1", new { value = "yes" }, 0);
        await SaveAsync(focal, response, "LEG-2.1", new { notApplicable = true, reason = "Left to the states", comment = "See the constitution" }, 1);

        var row = (await ItemsAsync(focal, $"/api/v1/responses/{response}/history?limit=1"))[0];

        Assert.Equal("Focal-swe changed an answer", row.GetProperty("sentence").GetString());
        Assert.Equal(
            ["Answer: Yes, Not applicable", "Why it does not apply: nothing, Left to the states", "Comment: nothing, See the constitution"],
            row.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("part")}: {change.GetProperty("before")}, {change.GetProperty("after")}"));
        var text = await focal.TextAsync($"/responses/{response}/history");
        Assert.Contains("<del dir=\"auto\">Yes</del>", text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/responses/{response}/questions/LEG-2.1\"", text, StringComparison.Ordinal);
        Assert.Contains($"{row.GetProperty("sequence")} {row.GetProperty("hash").GetString()![..12]}", text, StringComparison.Ordinal);
        Assert.Equal(row.GetProperty("hash").GetString(), await _service.DataAsync(db => db.Responses.Where(found => found.Id == response).Select(found => found.ChainHead).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task People_and_messages_stand_in_the_history_without_what_was_written()
    {
        var (response, focal) = await CountryAsync("DNK");
        var mette = await _service.PersonAsync("mette", Role.Contributor, "DNK");
        await focal.PostAsync($"/responses/{response}/people/invite", new() { ["name"] = "Søren", ["email"] = "soren@example.org", ["language"] = "en", ["right.LEG-1"] = "Suggest" });
        await focal.PostAsync($"/responses/{response}/people/{mette.Id}", new() { ["right.LEG"] = "Edit" });
        await focal.PostAsync($"/responses/{response}/people/{mette.Id}?handler=Remove", [], $"/responses/{response}/people/{mette.Id}");
        await focal.PostAsync($"/responses/{response}/messages", new() { ["to"] = "country", ["text"] = "CANARY" });

        var items = await ItemsAsync(focal, $"/api/v1/responses/{response}/history");

        Assert.Equal(
            ["Focal-dnk wrote a message", "Focal-dnk took all sections from Mette", "Focal-dnk changed what Mette may do", "Focal-dnk invited Søren", "Focal-dnk began the response"],
            items.Select(item => item.GetProperty("sentence").GetString()));
        Assert.Contains("suggest", items[3].GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", await focal.TextAsync($"/responses/{response}/history"), StringComparison.Ordinal);
        Assert.Empty(await BreaksAsync(response));
    }

    [Fact]
    public async Task A_contributor_reads_the_history_of_the_sections_that_are_open()
    {
        var (response, focal) = await CountryAsync("FIN");
        var person = await _service.PersonAsync("aino", Role.Contributor, "FIN");
        await focal.PostAsync($"/responses/{response}/people/{person.Id}", new() { ["right.LEG-2"] = "View" });
        await SaveAsync(focal, response, "LEG-2.1", new { value = "yes", comment = "IN-SIGHT" }, 0);
        await SaveAsync(focal, response, "TEC-1.1", new { value = "yes", comment = "OUT-OF-SIGHT" }, 0);
        var aino = await _service.SignedInAsync("aino");

        var text = await aino.TextAsync($"/responses/{response}/history") + await aino.TextAsync($"/api/v1/responses/{response}/history");

        Assert.Contains("IN-SIGHT", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OUT-OF-SIGHT", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await aino.GetAsync($"/responses/{response}/questions/LEG-2.1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await aino.GetAsync($"/responses/{response}/questions/TEC-1.1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await aino.GetAsync($"/api/v1/responses/{response}/answers/TEC-1.1/revisions")).StatusCode);
        var restored = await aino.PostAsync($"/responses/{response}/questions/LEG-2.1", new() { ["revision"] = "1", ["current"] = "1", ["once"] = Guid.NewGuid().ToString() });
        Assert.Equal(HttpStatusCode.Conflict, restored.StatusCode);
    }

    [Fact]
    public async Task The_secretariat_reads_what_was_submitted_and_no_draft_before_it()
    {
        var (response, focal) = await CountryAsync("ISL");
        await SaveAsync(focal, response, "LEG-2.1", new { value = "no", comment = "DRAFT-COMMENT" }, 0);
        await SaveAsync(focal, response, "LEG-2.1", new { value = "yes", comment = "FINAL-COMMENT" }, 1);
        await focal.PostAsync($"/responses/{response}/messages", new() { ["to"] = "country", ["text"] = "INSIDE-ONLY" });
        var rosa = await _service.SignedInAsync("rosa");
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.GetAsync($"/responses/{response}/questions/LEG-2.1")).StatusCode);

        await _service.DataAsync(db => db.Responses.Where(found => found.Id == response).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.SubmittedAt, Moment.Now(TimeProvider.System)).SetProperty(found => found.State, ResponseState.Submitted), Cancel));

        var text = await rosa.TextAsync($"/responses/{response}/history") + await rosa.TextAsync($"/responses/{response}/questions/LEG-2.1")
            + await rosa.TextAsync($"/api/v1/responses/{response}/history") + await rosa.TextAsync($"/api/v1/responses/{response}/answers/LEG-2.1/revisions");
        Assert.Contains("FINAL-COMMENT", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DRAFT-COMMENT", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wrote a message", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_answer_is_made_the_answer_again_once()
    {
        var (response, focal) = await CountryAsync("LVA");
        await SaveAsync(focal, response, "LEG-2.1", new { value = "yes", comment = "As it was" }, 0);
        await SaveAsync(focal, response, "LEG-2.1", new { value = "no" }, 1);
        var path = $"/responses/{response}/questions/LEG-2.1";
        var once = Hidden().Match(await focal.TextAsync(path)).Groups[1].Value;
        Dictionary<string, string> form = new() { ["revision"] = "1", ["current"] = "2", ["once"] = once };

        Assert.Equal(HttpStatusCode.Redirect, (await focal.PostAsync(path, form)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await focal.PostAsync(path, form)).StatusCode);

        var revisions = await ItemsAsync(focal, $"/api/v1/responses/{response}/answers/LEG-2.1/revisions");
        Assert.Equal([(3, "yes"), (2, "no"), (1, "yes")], revisions.Select(row => (row.GetProperty("revision").GetInt32(), row.GetProperty("value").GetString())));
        Assert.Equal("As it was", revisions[0].GetProperty("comment").GetString());
        Assert.Contains("Revision 1 was made the answer again", await focal.TextAsync($"/responses/{response}/history"), StringComparison.Ordinal);
        var late = await focal.PostAsync(path, new() { ["revision"] = "2", ["current"] = "2", ["once"] = Guid.NewGuid().ToString() });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Empty(await BreaksAsync(response));
    }

    [Fact]
    public async Task The_history_is_filtered_and_read_page_by_page_without_a_gap()
    {
        var (response, focal) = await CountryAsync("LTU");
        for (var revision = 0; revision < 5; revision++)
        {
            await SaveAsync(focal, response, "LEG-2.1", new { value = revision % 2 == 0 ? "yes" : "no" }, revision);
        }

        await SaveAsync(focal, response, "TEC-1.1", new { value = "no" }, 0);
        var sequences = new List<int>();
        for (var next = $"/api/v1/responses/{response}/history?limit=2"; next is not null;)
        {
            var page = JsonDocument.Parse(await focal.TextAsync(next)).RootElement;
            sequences.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sequence").GetInt32()));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], sequences);
        Assert.Equal(["TEC-1.1"], (await ItemsAsync(focal, $"/api/v1/responses/{response}/history?section=TEC-1")).Select(item => item.GetProperty("question").GetString()));
        Assert.Equal(5, (await ItemsAsync(focal, $"/api/v1/responses/{response}/history?question=LEG-2.1")).Count);
        Assert.Empty(await ItemsAsync(focal, $"/api/v1/responses/{response}/history?person={Guid.NewGuid()}"));
        Assert.Equal(5, Regex.Count(await focal.TextAsync($"/responses/{response}/history?section=LEG-2"), "changed an answer"));
    }

    [Fact]
    public async Task The_start_page_says_what_is_next_for_each_role()
    {
        var (response, focal) = await CountryAsync("POL");
        await SaveAsync(focal, response, "LEG-2.1", new { value = "yes" }, 0);
        await _service.PersonAsync("zofia", Role.Contributor, "POL");

        var text = await focal.TextAsync("/responses");

        Assert.Matches("Go on: \\d+ questions have no answer yet", text);
        Assert.Contains($"/responses/{response}/sections/LEG-1", text, StringComparison.Ordinal);
        Assert.Contains("1 answer needs evidence", await focal.TextAsync($"/responses/{response}"), StringComparison.Ordinal);
        Assert.Contains("No section is open to you yet.", await (await _service.SignedInAsync("zofia")).TextAsync("/responses"), StringComparison.Ordinal);
        Assert.Contains("href=\"/messages\"", await (await _service.SignedInAsync("rosa")).TextAsync("/responses"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/accounts\"", await (await _service.SignedInAsync("rosa")).TextAsync("/responses"), StringComparison.Ordinal);
        Assert.Contains("href=\"/accounts\"", await (await _service.SignedInAsync("adam")).TextAsync("/responses"), StringComparison.Ordinal);
        Assert.Contains("There is nothing for you to do yet.", await (await _service.SignedInAsync("elena")).TextAsync("/responses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_begins_a_response_once_and_reads_its_progress()
    {
        await _service.PersonAsync("focal-nor", Role.FocalPoint, "NOR");
        var focal = await _service.SignedInAsync("focal-nor");

        var begun = await focal.CallAsync(HttpMethod.Post, "/api/v1/responses", new { edition = "2024" });
        var again = await focal.CallAsync(HttpMethod.Post, "/api/v1/responses", new { edition = "2024" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (begun.StatusCode, again.StatusCode));
        var detail = JsonDocument.Parse(await focal.TextAsync(begun.Headers.Location!.ToString())).RootElement;
        Assert.True(detail.GetProperty("leads").GetBoolean());
        Assert.Equal("edit", detail.GetProperty("sections")[0].GetProperty("right").GetString());
        Assert.Equal(detail.GetProperty("asked").GetInt32(), detail.GetProperty("sections").EnumerateArray().Sum(section => section.GetProperty("asked").GetInt32()));
        Assert.Single(await ItemsAsync(focal, "/api/v1/responses"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _service.SignedInAsync("barasa")).CallAsync(HttpMethod.Post, "/api/v1/responses", new { edition = "2026" })).StatusCode);
    }

    private async Task<(Guid Response, Browser Focal)> CountryAsync(string country)
    {
        var name = $"focal-{country.ToLowerInvariant()}";
        var response = await _service.OpenAsync(await _service.PersonAsync(name, Role.FocalPoint, country), "2024");
        return (response, await _service.SignedInAsync(name));
    }

    private static async Task SaveAsync(Browser browser, Guid response, string question, object answer, int revision)
    {
        var saved = await browser.PutAsync($"/api/v1/responses/{response}/answers/{question}", answer, Guid.NewGuid().ToString(), revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(Browser browser, string path) =>
        [.. JsonDocument.Parse(await browser.TextAsync(path)).RootElement.GetProperty("items").EnumerateArray()];

    private async Task<IEnumerable<AuditBreak>> BreaksAsync(Guid response)
    {
        using var folder = new TemporaryFolder();
        using var key = SealKey.OpenOrMake(folder.At("key.pem"));
        return (await _service.DataAsync(db => db.VerifyAuditAsync(key, Cancel))).Where(found => found.Response == response);
    }

    [GeneratedRegex("name=\"once\" value=\"([0-9a-f-]+)\"")]
    private static partial Regex Hidden();
}

public sealed class HistoryOnSqliteTests(ServiceOnSqlite service) : HistoryTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class HistoryOnPostgreSqlTests(ServiceOnPostgreSql service) : HistoryTests(service), IClassFixture<ServiceOnPostgreSql>;
