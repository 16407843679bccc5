using System.Net;
using System.Text.Json;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Testing;
using Gci.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Running;

/// <summary>
/// The life of an edition on pages: 2026 from its beginning to the end of answering, with what countries can do and are told meanwhile. One
/// walk, because an edition is run once.
/// </summary>
public abstract class RunTests
{
    private readonly Service _service;

    protected RunTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edition_is_begun_opened_extended_closed_and_reopened()
    {
        var tunis = await _service.PersonAsync("tarek", Role.FocalPoint, "TUN");
        await _service.PersonAsync("fatou", Role.FocalPoint, "SEN");
        await _service.PersonAsync("lena", Role.FocalPoint, "EST");
        var (priya, reviewer) = (await _service.SignedInAsync("anders"), await _service.SignedInAsync("rosa"));

        await BeginAsync(priya, reviewer);
        await CannotBeginYetAsync();
        await ScheduleAsync(priya);
        await OpenAsync(priya);
        var answering = await _service.OpenAsync(tunis, "2026");
        await BoardAsync(priya, reviewer);
        await ExtendAsync(priya, reviewer);
        await RemindAsync(priya);
        await CloseAsync(answering);
        await ReopenAsync(priya, answering);
    }

    private async Task BeginAsync(Browser priya, Browser reviewer)
    {
        Assert.Contains("Not run yet", await priya.TextAsync("/editions/2026"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync("/editions/2026", [], "/responses")).StatusCode);

        Assert.Equal("/editions/2026/calendar", (await priya.PostAsync("/editions/2026", [])).Headers.Location?.ToString());

        Assert.Equal(HttpStatusCode.Conflict, (await priya.PostAsync("/editions/2026", [], "/editions/2026/calendar")).StatusCode);
        Assert.Equal(RunState.Draft, (await _service.RunAsync("2026")).State);
        Assert.Contains("Anders began to run this edition", await reviewer.TextAsync("/editions/2026"), StringComparison.Ordinal);
    }

    // As long as the edition is a draft.
    private async Task CannotBeginYetAsync()
    {
        var tarek = await _service.SignedInAsync("tarek");
        Assert.DoesNotContain("Begin:", await tarek.TextAsync("/responses"), StringComparison.Ordinal);

        var answer = await tarek.CallAsync(HttpMethod.Post, "/api/v1/responses", new { edition = "2026" });

        Assert.Equal("answering-not-open", await Caller.ProblemAsync(answer));
        Assert.Equal(HttpStatusCode.Created, (await tarek.CallAsync(HttpMethod.Post, "/api/v1/responses", new { edition = "2026", kind = "self-assessment" })).StatusCode);
    }

    private async Task ScheduleAsync(Browser priya)
    {
        var seen = (await _service.RunAsync("2026")).ChainLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Dictionary<string, string> form = new()
        {
            ["seen"] = seen,
            ["opens"] = At(-1),
            ["answersDue"] = At(40),
            ["verificationEnds"] = At(20),
            ["publication"] = "",
            ["returnDays"] = "14",
            ["reminderDays"] = "30, 7",
        };
        var wrong = await priya.PostAsync("/editions/2026/calendar", form);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("<a href=\"#answersDue\">The dates do not follow each other.", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        form["verificationEnds"] = "some day";
        Assert.Contains("<a href=\"#verificationEnds\">", await (await priya.PostAsync("/editions/2026/calendar", form)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        form["verificationEnds"] = At(60);
        Assert.Equal("/editions/2026/calendar", (await priya.PostAsync("/editions/2026/calendar", form)).Headers.Location?.ToString());

        var run = await _service.RunAsync("2026");
        Assert.Equal((14, "30 7"), (run.ReturnDays, run.ReminderDays));
        Assert.Equal(HttpStatusCode.Conflict, (await priya.PostAsync("/editions/2026/calendar", form)).StatusCode); // somebody set the dates since
    }

    private async Task OpenAsync(Browser priya)
    {
        Assert.Contains("All of them get a mail", await priya.TextAsync("/editions/2026/steps/open"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GetAsync("/editions/2026/steps/freeze")).StatusCode);

        await StepAsync(priya, "open");

        Assert.Equal(RunState.Open, (await _service.RunAsync("2026")).State);
        Assert.Contains("answering is open for Senegal", Assert.Single(await _service.MailsAsync("fatou")), StringComparison.Ordinal);
        Assert.Contains("Begin: ", await (await _service.SignedInAsync("fatou")).TextAsync("/responses"), StringComparison.Ordinal);
    }

    private async Task BoardAsync(Browser priya, Browser reviewer)
    {
        var text = await reviewer.TextAsync("/editions/2026/countries?state=not-started&region=AFR");
        Assert.Contains("Senegal", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">Estonia<", text, StringComparison.Ordinal);
        Assert.Contains("40 days", text, StringComparison.Ordinal);
        Assert.Contains("No country fits", await priya.TextAsync("/editions/2026/countries?state=closed"), StringComparison.Ordinal);

        var lines = (await reviewer.TextAsync("/editions/2026/countries.csv")).TrimStart('\uFEFF').TrimEnd().Split('\n');
        Assert.Equal(_service.Edition("2026").Countries.Count + 1, lines.Length);
        var codes = lines.Skip(1).Select(line => line[..3]).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        var tunisia = Assert.Single(lines, line => line.StartsWith("TUN,", StringComparison.Ordinal));
        Assert.Matches("^TUN,Tunisia,ARB,not-started,[0-9]+,0,0,,[0-9T:-]+Z,,,yes,[0-9a-f-]{36}$", tunisia);
    }

    private async Task ExtendAsync(Browser priya, Browser reviewer)
    {
        const string path = "/editions/2026/countries/EST";
        Assert.DoesNotContain("name=\"until\"", await reviewer.TextAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync(path, new() { ["until"] = At(80) }, "/responses")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await priya.PostAsync(path, new() { ["until"] = At(-2) })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await priya.PostAsync(path, new() { ["until"] = "" })).StatusCode);

        Assert.Equal(path, (await priya.PostAsync(path, new() { ["until"] = At(80) })).Headers.Location?.ToString());

        var response = await EstoniaAsync();
        Assert.Equal(_service.Edition("2026").Id, response.Edition);
        Assert.Equal(At(80), response.ExtendedUntil?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["2026: answering is open for Estonia", "2026: more time for Estonia"], (await _service.MailsAsync("lena")).Select(subject => "2026:" + subject.Split(':')[1]));
        Assert.Contains("80 days", await priya.TextAsync("/editions/2026/countries?region=EUR"), StringComparison.Ordinal);
        Assert.Contains("The secretariat gave the country more time", await (await _service.SignedInAsync("lena")).TextAsync($"/responses/{response.Id}/history"), StringComparison.Ordinal);
    }

    private async Task RemindAsync(Browser priya)
    {
        var before = (await _service.MailsAsync("fatou")).Count;
        await _service.WorkAsync();
        Assert.Equal(before, (await _service.MailsAsync("fatou")).Count); // 40 days are left, the first reminder is due at 30

        _service.Clock.Forward(TimeSpan.FromDays(11));
        await _service.WorkAsync();
        await _service.WorkAsync();
        Assert.Equal(before + 1, (await _service.MailsAsync("fatou")).Count);

        priya = await _service.SignedInAsync("anders"); // sessions do not last eleven days
        var seen = (await _service.RunAsync("2026")).ChainLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("/editions/2026", (await priya.PostAsync("/editions/2026/remind", new() { ["seen"] = seen })).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Conflict, (await priya.PostAsync("/editions/2026/remind", new() { ["seen"] = seen })).StatusCode); // pressed twice
        Assert.Equal(before + 2, (await _service.MailsAsync("fatou")).Count);
        var body = await _service.DataAsync(db => db.Mails.Where(mail => mail.To == "fatou@example.org").OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Body).FirstAsync(Cancel));
        Assert.Contains("29 days are left", body, StringComparison.Ordinal);
    }

    // At its hour the job closes answering; a country with an extension goes on.
    private async Task CloseAsync(Guid answering)
    {
        _service.Clock.Forward(TimeSpan.FromDays(30));

        await _service.WorkAsync();

        Assert.Equal(RunState.Verification, (await _service.RunAsync("2026")).State);
        Assert.Equal(ResponseState.NoReply, (await _service.ResponseAsync(answering)).State);
        Assert.NotEqual(ResponseState.NoReply, (await EstoniaAsync()).State);
        Assert.Contains("answering has ended", (await _service.MailsAsync("tarek"))[^1], StringComparison.Ordinal);
        var mails = (await _service.MailsAsync("tarek")).Count;
        await _service.WorkAsync();
        Assert.Equal(mails, (await _service.MailsAsync("tarek")).Count);

        var text = await (await _service.SignedInAsync("rosa")).TextAsync("/editions/2026");
        Assert.Contains("The service closed answering", text, StringComparison.Ordinal);
        Assert.Contains("No reply", text, StringComparison.Ordinal);
    }

    private async Task ReopenAsync(Browser priya, Guid answering)
    {
        priya = await _service.SignedInAsync("anders");
        Assert.Equal(HttpStatusCode.Conflict, (await priya.PostAsync("/editions/2026/steps/reopen", [])).StatusCode); // its end is over: another one first
        var calendar = (await _service.RunAsync("2026")).Calendar with { AnswersDue = Moment.Now(_service.Clock).AddDays(10), VerificationEnds = null };
        var put = await priya.CallAsync(
            HttpMethod.Put, "/api/v1/editions/2026/run/calendar",
            new { opens = calendar.Opens, answersDue = calendar.AnswersDue, verificationEnds = calendar.VerificationEnds, publication = calendar.Publication, returnDays = 21, reminderDays = calendar.ReminderDays });
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);

        await StepAsync(priya, "reopen");

        Assert.Equal(ResponseState.InProgress, (await _service.ResponseAsync(answering)).State);
        Assert.Contains("answering is open", (await _service.MailsAsync("tarek"))[^1], StringComparison.Ordinal);
        await StepAsync(priya, "close-answering");
        Assert.Equal(ResponseState.NoReply, (await _service.ResponseAsync(answering)).State);
        using var key = SealKey.OpenOrMake(_service.SealKeyFile);
        Assert.Empty(await _service.DataAsync(db => db.VerifyAuditAsync(key, Cancel)));
    }

    private async Task StepAsync(Browser browser, string step)
    {
        var seen = (await _service.RunAsync("2026")).ChainLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("/editions/2026", (await browser.PostAsync($"/editions/2026/steps/{step}", new() { ["seen"] = seen })).Headers.Location?.ToString());
    }

    private Task<Response> EstoniaAsync() => _service.DataAsync(db => db.Responses.AsNoTracking().SingleAsync(response => response.Country == "EST" && response.Edition == "2026", Cancel));

    // Days from now, in UTC to the minute.
    private string At(int days) => _service.Clock.GetUtcNow().AddDays(days).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class RunOnSqliteTests(ServiceOnSqlite service) : RunTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class RunOnPostgreSqlTests(ServiceOnPostgreSql service) : RunTests(service), IClassFixture<ServiceOnPostgreSql>;
