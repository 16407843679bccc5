using System.Net;
using System.Text.RegularExpressions;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Runs;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Consulting;

/// <summary>Members, experts and the secretariat on a draft edition: what is said, who reads it, what becomes of it.</summary>
public abstract partial class ConsultationTests
{
    private const string Start = "/editions/2026/consultation", Api = "/api/v1/editions/2026/consultation";

    private readonly Service _service;

    protected ConsultationTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_proposes_a_wording_and_reads_what_became_of_it()
    {
        await DraftAsync();
        var kenya = await _service.SignedInAsync("amina");
        Assert.Contains($"href=\"{Start}\"", await kenya.TextAsync("/responses"), StringComparison.Ordinal);

        var said = await kenya.PostAsync($"{Start}/LEG-1?handler=Say", Form("LEG-1.1.1", "Wording", "“Illegal” is not defined.", "Is access without right a crime?"), $"{Start}/LEG-1");

        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var uruguay = await _service.SignedInAsync("diego");
        var text = await uruguay.TextAsync($"{Start}/LEG-1");
        Assert.Contains("Is access without right a crime?", text, StringComparison.Ordinal);
        Assert.Contains("Another wording · Kenya,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Resolve", text, StringComparison.Ordinal);

        var analyst = await _service.SignedInAsync("anders");
        Assert.Contains("\u2068Amina\u2069 (Kenya)", WebUtility.HtmlDecode(await analyst.TextAsync($"{Start}/LEG-1")), StringComparison.Ordinal);
        var id = said.Headers.Location!.OriginalString.Split("#c-")[1];
        await analyst.PostAsync($"{Start}/LEG-1?handler=Resolve", new() { ["item"] = id, ["outcome"] = "PartlyTakenOver", ["answer"] = "The help defines it now." }, $"{Start}/LEG-1");

        text = await uruguay.TextAsync($"{Start}/LEG-1");
        Assert.Contains("Partly taken over", text, StringComparison.Ordinal);
        Assert.Contains("The help defines it now.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_the_form_with_what_was_typed()
    {
        await DraftAsync();
        var kenya = await _service.SignedInAsync("amina");

        var answer = await kenya.PostAsync($"{Start}/LEG-1?handler=Say", Form("LEG-1.1.1", "Wording", "A better one is needed.", ""), $"{Start}/LEG-1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Write the wording that you propose", text, StringComparison.Ordinal);
        Assert.Contains("A better one is needed.</textarea>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expert_proposes_a_new_question_and_takes_it_back()
    {
        await DraftAsync();
        var expert = await _service.SignedInAsync("elena");
        var said = await expert.PostAsync($"{Start}?handler=Say", Form(null, "NewQuestion", "Quantum is missing.", "Is there a plan for post-quantum cryptography?"), Start);
        var id = said.Headers.Location!.OriginalString.Split("#c-")[1];
        Assert.Contains("A member of the Expert Group", await (await _service.SignedInAsync("amina")).TextAsync(Start), StringComparison.Ordinal);

        await expert.PostAsync($"{Start}?handler=Withdraw", new() { ["item"] = id }, Start);

        Assert.DoesNotContain("post-quantum", await expert.TextAsync(Start), StringComparison.Ordinal);
        Assert.DoesNotContain("post-quantum", await expert.TextAsync($"{Start}.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_back_what_somebody_else_said()
    {
        await DraftAsync();
        var id = await SayAsync(await _service.SignedInAsync("amina"), "LEG-1.1.1", "comment", "Please keep it.");

        var answer = await (await _service.SignedInAsync("diego")).CallAsync(HttpMethod.Delete, $"{Api}/{id}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Please keep it.", await (await _service.SignedInAsync("diego")).TextAsync($"{Start}/LEG-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_holds_everything_and_no_formula()
    {
        await DraftAsync();
        await SayAsync(await _service.SignedInAsync("amina"), "LEG-1.1.3", "comment", "=1+1, \"quoted\"");

        var answer = await (await _service.SignedInAsync("elena")).GetAsync($"{Start}.csv");

        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains("Kenya,Comment,LEG-1.1.3,\"'=1+1, \"\"quoted\"\"\",,Open,,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("barasa", HttpStatusCode.NotFound)]
    [InlineData("amina", HttpStatusCode.OK)]
    [InlineData("elena", HttpStatusCode.OK)]
    [InlineData("rosa", HttpStatusCode.OK)]
    public async Task Focal_points_experts_and_the_secretariat_take_part(string who, HttpStatusCode status)
    {
        await DraftAsync();
        var browser = await _service.SignedInAsync(who);

        Assert.Equal(status, (await browser.GetAsync(Start)).StatusCode);
        Assert.Equal(status, (await browser.GetAsync(Api)).StatusCode);
    }

    [Fact]
    public async Task After_the_draft_everything_stays_to_read_and_nothing_more_is_said()
    {
        await DraftAsync();
        var kenya = await _service.SignedInAsync("amina");
        await SayAsync(kenya, "LEG-2.1", "comment", "Said in time.");
        await _service.DataAsync(db => db.Runs.Where(run => run.Edition == "2026").ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Open), Cancel));

        var text = await kenya.TextAsync($"{Start}/LEG-2");
        var late = await kenya.CallAsync(HttpMethod.Post, Api, new { kind = "comment", text = "Too late." });

        Assert.Contains("Said in time.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Say", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("consultation-closed", await late.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Form(string? code, string kind, string text, string proposed)
    {
        var form = new Dictionary<string, string> { ["Kind"] = kind, ["Text"] = text, ["Proposed"] = proposed };
        if (code is not null)
        {
            form["Code"] = code;
        }

        return form;
    }

    private static async Task<string> SayAsync(Browser browser, string code, string kind, string text)
    {
        var answer = await browser.CallAsync(HttpMethod.Post, Api, new { kind, text, code });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return Id().Match(await answer.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
    }

    // The edition is a draft again, with nothing said about it.
    private Task<int> DraftAsync() => _service.DataAsync(async db =>
    {
        await db.Consultation.ExecuteDeleteAsync(Cancel);
        if (!await db.Runs.AnyAsync(run => run.Edition == "2026", Cancel))
        {
            db.Begin(EditionRun.Begin(new(Guid.NewGuid(), "Adam", Role.Administrator, null), "2026", Moment.Now(TimeProvider.System)));
            await db.SaveChangesAsync(Cancel);
        }

        return await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Draft), Cancel);
    });

    [GeneratedRegex("\"id\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Id();
}

public sealed class ConsultationOnSqliteTests(ServiceOnSqlite service) : ConsultationTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class ConsultationOnPostgreSqlTests(ServiceOnPostgreSql service) : ConsultationTests(service), IClassFixture<ServiceOnPostgreSql>;
