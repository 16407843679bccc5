using System.Net;
using System.Text.Json;
using Gci.Data.Responses;
using Gci.Testing;

namespace Gci.Web.Tests;

/// <summary>Suggestions by form and by program, and what becomes of them.</summary>
public abstract class SuggestionTests
{
    private readonly Service _service;

    protected SuggestionTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_suggester_types_stands_beside_the_answer_until_it_is_accepted()
    {
        var team = await Team.OfAsync(_service, "accept", "GRC");
        var helper = await team.ContributorAsync("accept-helper", Right.Suggest);
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "no" }, "lead-1", "0");

        await helper.PostAsync(team.Page, Form("LEG-2.1", "yes", 1));
        var open = Assert.Single(await team.SuggestionsAsync());
        Assert.Equal("no", (await team.CurrentAsync("LEG-2.1"))!.Value);
        Assert.Matches("name=\"LEG-2.1.value\" value=\"yes\" checked", await helper.TextAsync(team.Page));
        Assert.Contains("Accept-helper suggests", await team.Lead.TextAsync(team.Page), StringComparison.Ordinal);

        var accepted = await team.Lead.PostAsync(team.Page, new(Form("LEG-2.1", "no", 1)) { ["go"] = $"accept:{open.Id}" });

        Assert.Equal($"{team.Page}#LEG-2.1", accepted.Headers.Location?.ToString());
        var current = await team.CurrentAsync("LEG-2.1");
        Assert.Equal(("yes", 2, "Suggested by Accept-helper"), (current!.Value, current.Revision, current.Why));
        Assert.Contains("Your last suggestion was accepted by Accept-lead", await helper.TextAsync(team.Page), StringComparison.Ordinal);
        Assert.DoesNotContain("suggests", await team.Lead.TextAsync(team.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_suggestion_changes_nothing_and_its_author_sees_it()
    {
        var team = await Team.OfAsync(_service, "decline", "MLT");
        var helper = await team.ContributorAsync("decline-helper", Right.Suggest);
        await helper.PostAsync(team.Page, Form("LEG-2.1", "partial", 0));
        var open = Assert.Single(await team.SuggestionsAsync());

        await team.Lead.PostAsync(team.Page, new() { ["go"] = $"decline:{open.Id}" });

        Assert.Null(await team.CurrentAsync("LEG-2.1"));
        Assert.Contains("Your last suggestion was declined by Decline-lead", await helper.TextAsync(team.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suggestion_is_not_accepted_over_an_answer_that_changed_meanwhile()
    {
        var team = await Team.OfAsync(_service, "meanwhile", "CYP");
        var helper = await team.ContributorAsync("meanwhile-helper", Right.Suggest);
        await helper.PostAsync(team.Page, Form("LEG-2.1", "yes", 0));
        var open = Assert.Single(await team.SuggestionsAsync());
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "no" }, "meanwhile", "0");

        var form = await team.Lead.PostAsync(team.Page, new() { ["LEG-2.1.revision"] = "0", ["go"] = $"accept:{open.Id}" });
        var program = await team.Lead.CallAsync(HttpMethod.Post, $"/api/v1/responses/{team.Response}/suggestions/{open.Id}/accept", null, "0");

        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
        Assert.Contains("Somebody else changed this answer meanwhile", await form.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "no"), (program.StatusCode, (await JsonAsync(program)).GetProperty("theirs").GetProperty("value").GetString()));
        Assert.Equal(("no", SuggestionState.Open), ((await team.CurrentAsync("LEG-2.1"))!.Value, Assert.Single(await team.SuggestionsAsync()).State));
        var seen = await team.Lead.CallAsync(HttpMethod.Post, $"/api/v1/responses/{team.Response}/suggestions/{open.Id}/accept", null, "1");
        Assert.Equal((HttpStatusCode.OK, "yes"), (seen.StatusCode, (await team.CurrentAsync("LEG-2.1"))!.Value));
    }

    [Fact]
    public async Task A_suggestion_is_decided_once()
    {
        var team = await Team.OfAsync(_service, "once", "BGR");
        var helper = await team.ContributorAsync("once-helper", Right.Suggest);
        await helper.PostAsync(team.Page, Form("LEG-2.1", "yes", 0));
        var path = $"/api/v1/responses/{team.Response}/suggestions/{Assert.Single(await team.SuggestionsAsync()).Id}";
        Assert.Equal(HttpStatusCode.NoContent, (await team.Lead.CallAsync(HttpMethod.Post, $"{path}/decline")).StatusCode);

        var again = await team.Lead.CallAsync(HttpMethod.Post, $"{path}/accept", null, "0");

        Assert.Equal((HttpStatusCode.Conflict, "suggestion-decided"), (again.StatusCode, (await JsonAsync(again)).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_a_suggester_left_alone_is_no_suggestion()
    {
        var team = await Team.OfAsync(_service, "alone", "ROU");
        var helper = await team.ContributorAsync("alone-helper", Right.Suggest);
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "yes" }, "one", "0");
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "no" }, "two", "1");

        await helper.PostAsync(team.Page, Form("LEG-2.1", "yes", 1));
        await helper.PostAsync(team.Page, Form("LEG-2.4", "", 0));

        Assert.Empty(await team.SuggestionsAsync());
    }

    [Fact]
    public async Task A_program_suggests_reads_changes_and_takes_back()
    {
        var team = await Team.OfAsync(_service, "program", "HUN");
        var helper = await team.ContributorAsync("program-helper", Right.Suggest);
        var mine = $"{team.Api("LEG-2.1")}/suggestion";

        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync(mine)).StatusCode);
        await helper.CallAsync(HttpMethod.Put, mine, new { value = "yes" });
        await helper.CallAsync(HttpMethod.Put, mine, new { value = "yes" });
        await helper.CallAsync(HttpMethod.Put, mine, new { value = "partial", comment = "since May" });
        Assert.Equal("partial", JsonDocument.Parse(await helper.TextAsync(mine)).RootElement.GetProperty("value").GetString());
        Assert.Equal([SuggestionState.Withdrawn, SuggestionState.Open], (await team.SuggestionsAsync()).Select(row => row.State));
        var wrong = await helper.CallAsync(HttpMethod.Put, mine, new { value = "perhaps" });
        Assert.Equal((HttpStatusCode.BadRequest, "not-an-answer"), (wrong.StatusCode, (await JsonAsync(wrong)).GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await helper.CallAsync(HttpMethod.Delete, mine)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync(mine)).StatusCode);
        await helper.CallAsync(HttpMethod.Put, mine, new { value = "no" });
        Assert.Equal(HttpStatusCode.NoContent, (await helper.CallAsync(HttpMethod.Put, mine, new { })).StatusCode);
        Assert.DoesNotContain(SuggestionState.Open, (await team.SuggestionsAsync()).Select(row => row.State));
    }

    [Fact]
    public async Task Editors_see_all_open_suggestions_and_suggesters_their_own()
    {
        var team = await Team.OfAsync(_service, "list", "HRV");
        var (first, second) = (await team.ContributorAsync("list-first", Right.Suggest), await team.ContributorAsync("list-second", Right.Suggest));
        await first.CallAsync(HttpMethod.Put, $"{team.Api("LEG-2.1")}/suggestion", new { value = "yes" });
        await second.CallAsync(HttpMethod.Put, $"{team.Api("LEG-2.1")}/suggestion", new { value = "no" });
        var list = $"/api/v1/responses/{team.Response}/suggestions";

        Assert.Equal((2, 1), (await CountAsync(team.Lead, list), await CountAsync(first, list)));
        Assert.DoesNotContain("List-second", await first.TextAsync(team.Page), StringComparison.Ordinal);
        var other = (await team.SuggestionsAsync()).First(row => row.Value == "no").Id;
        Assert.Equal(HttpStatusCode.NotFound, (await first.CallAsync(HttpMethod.Post, $"{list}/{other}/decline")).StatusCode);
        await first.PostAsync(team.Page, new() { ["go"] = $"decline:{other}" });
        Assert.Equal(SuggestionState.Open, (await team.SuggestionsAsync()).First(row => row.Id == other).State);
    }

    internal static Dictionary<string, string> Form(string code, string value, int revision) =>
        new() { ["form-key"] = Guid.NewGuid().ToString(), ["go"] = "list", [$"{code}.value"] = value, [$"{code}.revision"] = $"{revision}" };

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

    private static async Task<int> CountAsync(Browser browser, string list) => JsonDocument.Parse(await browser.TextAsync(list)).RootElement.GetProperty("items").GetArrayLength();
}

public sealed class SuggestionsOnSqliteTests(ServiceOnSqlite service) : SuggestionTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class SuggestionsOnPostgreSqlTests(ServiceOnPostgreSql service) : SuggestionTests(service), IClassFixture<ServiceOnPostgreSql>;
