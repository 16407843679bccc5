using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.Runs;
using Gci.Testing;
using Gci.Testing.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Running;

/// <summary>Freezing by two persons on the page, publishing and correcting by program, and the tables of the snapshots.</summary>
public abstract partial class FreezePageTests
{
    private const string Page = "/editions/2024/freeze";
    private const string Decision = "/api/v1/editions/2024/decision";

    private readonly Service _service;

    protected FreezePageTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_proposes_another_confirms_and_the_tables_are_there()
    {
        var stage = await StageAsync();
        var (anders, adam) = (await _service.SignedInAsync("anders"), await _service.SignedInAsync("adam"));
        var page = await anders.TextAsync(Page);
        Assert.Contains("Freeze the verified answers", page, StringComparison.Ordinal);
        Assert.Contains("Still answering: 2", page, StringComparison.Ordinal); // Kenya and Uruguay

        var proposed = await anders.PostAsync(Page, new() { ["shown"] = Hash(page) }, Page);
        Assert.Equal($"{Page}?Done=proposed", proposed.Headers.Location?.ToString());
        page = await anders.TextAsync(Page);
        Assert.Contains("You proposed this yourself", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm and freeze", page, StringComparison.Ordinal);
        var alone = await anders.PostAsync($"{Page}?handler=confirm", new() { ["shown"] = Hash(page) }, Page);
        Assert.Equal(HttpStatusCode.BadRequest, alone.StatusCode);
        Assert.Contains("Somebody else must confirm it", await alone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        page = await adam.TextAsync(Page);
        Assert.Contains("Confirm and freeze", page, StringComparison.Ordinal);
        Assert.Equal($"{Page}?Done=confirmed", (await adam.PostAsync($"{Page}?handler=confirm", new() { ["shown"] = Hash(page) }, Page)).Headers.Location?.ToString());
        var snapshots = await adam.TextAsync("/editions/2024/snapshots");
        Assert.Contains(Hash(page), snapshots, StringComparison.Ordinal);
        var answers = await adam.GetAsync("/editions/2024/snapshots/1/answers.csv");
        Assert.Equal(("text/csv", "country,code,answer\nFJI,LEG-1.1.1,yes\n"), (answers.Content.Headers.ContentType?.MediaType, await answers.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal("country,source\nFJI,questionnaire\n", await adam.TextAsync("/api/v1/editions/2024/snapshots/1/sources.csv"));

        await PublishAndCorrectAsync(stage, anders, adam);
    }

    // The same by program, where a correction needs a note.
    private static async Task PublishAndCorrectAsync(RunStage stage, Browser anders, Browser adam)
    {
        var next = await DecisionAsync(anders);
        Assert.Equal("publish", next.GetProperty("step").GetString());
        Assert.Equal("run-changed-since", await CodeAsync(await anders.CallAsync(HttpMethod.Post, $"{Decision}/proposal", new { step = "publish", hash = "other" })));
        Assert.Equal(HttpStatusCode.NoContent, (await anders.CallAsync(HttpMethod.Post, $"{Decision}/proposal", Body(next))).StatusCode);
        Assert.Equal("run-second-person", await CodeAsync(await anders.CallAsync(HttpMethod.Post, $"{Decision}/confirmation", Body(next))));
        Assert.Equal(HttpStatusCode.NoContent, (await adam.CallAsync(HttpMethod.Delete, $"{Decision}/proposal")).StatusCode);
        Assert.Equal("run-nothing-proposed", await CodeAsync(await adam.CallAsync(HttpMethod.Post, $"{Decision}/confirmation", Body(next))));
        Assert.Equal(HttpStatusCode.NoContent, (await anders.CallAsync(HttpMethod.Post, $"{Decision}/proposal", Body(next))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await adam.CallAsync(HttpMethod.Post, $"{Decision}/confirmation", Body(next))).StatusCode);

        var nepal = await stage.AnswerAsync("NPL", "LEG-1.1.1 no");
        await stage.SubmitAsync(nepal);
        await stage.ReviewAsync(nepal, "LEG-1.1.1 Verified");
        next = await DecisionAsync(anders);
        Assert.Equal("correct", next.GetProperty("step").GetString());
        Assert.Equal("run-note", await CodeAsync(await anders.CallAsync(HttpMethod.Post, $"{Decision}/proposal", Body(next))));
        Assert.Equal(HttpStatusCode.NoContent, (await anders.CallAsync(HttpMethod.Post, $"{Decision}/proposal", Body(next, "Nepal was missing."))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await adam.CallAsync(HttpMethod.Post, $"{Decision}/confirmation", Body(next))).StatusCode);
        var snapshots = JsonDocument.Parse(await adam.TextAsync("/api/v1/editions/2024/snapshots")).RootElement.EnumerateArray().ToList();
        Assert.Equal(["2 Nepal was missing.", "1 "], snapshots.Select(snapshot => $"{snapshot.GetProperty("number")} {snapshot.GetProperty("note")}"));
        Assert.Equal(("Anders", "Adam"), (snapshots[0].GetProperty("proposedBy").GetString(), snapshots[0].GetProperty("confirmedBy").GetString()));
    }

    private async Task<RunStage> StageAsync()
    {
        var options = await _service.PartsAsync(parts => Task.FromResult(parts.GetRequiredService<DbContextOptions<GciDb>>()));
        var stage = await new RunStage(() => new GciDb(options), _service.Edition("2024")).BeginAsync(RunStep.Open, RunStep.CloseAnswering);
        var fiji = await stage.AnswerAsync("FJI", "LEG-1.1.1 yes");
        await stage.SubmitAsync(fiji);
        await stage.ReviewAsync(fiji, "LEG-1.1.1 Verified");
        await stage.SaveAsync(_service.Uruguay, RunStage.Of("URY"), ["LEG-1.1.1", "yes"]);
        await stage.SaveAsync(_service.Kenya, RunStage.Of("KEN"), ["LEG-1.1.1", "yes"]);
        return stage;
    }

    private static string Hash(string page) => ShownHash().Match(page).Groups[1].Value;

    private static object Body(JsonElement decision, string? note = null) => new { step = decision.GetProperty("step").GetString(), hash = decision.GetProperty("hash").GetString(), note };

    private static async Task<JsonElement> DecisionAsync(Browser browser) => JsonDocument.Parse(await browser.TextAsync(Decision)).RootElement;

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("code").GetString();

    [GeneratedRegex("<bdi class=\"code\">([0-9a-f]{64})</bdi>")]
    private static partial Regex ShownHash();
}

public sealed class FreezePageOnSqliteTests(ServiceOnSqlite service) : FreezePageTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class FreezePageOnPostgreSqlTests(ServiceOnPostgreSql service) : FreezePageTests(service), IClassFixture<ServiceOnPostgreSql>;
