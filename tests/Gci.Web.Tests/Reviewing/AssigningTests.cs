using System.Net;
using System.Text.Json;
using Gci.Data.Accounts;
using Gci.Data.Reviews;
using Gci.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Reviewing;

/// <summary>Who judges what, how it is spread, and what is done where two disagree.</summary>
public abstract class AssigningTests
{
    private readonly Service _service;

    protected AssigningTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seats_are_given_changed_and_taken_away_on_one_page()
    {
        var second = await _service.PersonAsync("seated", Role.Reviewer, null);
        var reviewed = await Reviewed.SubmittedAsync(_service, "GHA");
        var rosa = await reviewed.PersonAsync("rosa");
        var anders = await _service.SignedInAsync("anders");
        var path = $"/reviews/{reviewed.Id}/assign";

        await anders.PostAsync(path, new() { ["all.first"] = rosa.Id.ToString(), ["LEG.first"] = "", ["TEC.first"] = "", ["LEG.second"] = second.Id.ToString() });
        Assert.Equal([("LEG", ReviewSeat.First, rosa.Id), ("LEG", ReviewSeat.Second, second.Id), ("TEC", ReviewSeat.First, rosa.Id)], await SeatsAsync(reviewed));
        Assert.Contains("Ghana", await (await _service.SignedInAsync("seated")).TextAsync("/reviews"), StringComparison.Ordinal);

        await anders.PostAsync(path, new() { ["LEG.first"] = second.Id.ToString(), ["LEG.second"] = rosa.Id.ToString(), ["TEC.first"] = "" });
        Assert.Equal([("LEG", ReviewSeat.First, second.Id), ("LEG", ReviewSeat.Second, rosa.Id)], await SeatsAsync(reviewed));

        var twice = await anders.PostAsync(path, new() { ["LEG.first"] = rosa.Id.ToString(), ["LEG.second"] = rosa.Id.ToString() });
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Equal([("LEG", ReviewSeat.First, second.Id), ("LEG", ReviewSeat.Second, rosa.Id)], await SeatsAsync(reviewed));
    }

    [Fact]
    public async Task Countries_are_spread_evenly_and_who_is_assigned_stays()
    {
        var (one, two) = (await _service.PersonAsync("even-one", Role.Reviewer, null), await _service.PersonAsync("even-two", Role.Reviewer, null));
        var countries = new List<Reviewed>();
        string[] codes = ["AGO", "BDI", "BEN", "BWA"];
        foreach (var code in codes)
        {
            countries.Add(await Reviewed.SubmittedAsync(_service, code));
        }

        foreach (var pillar in _service.Edition("2026").Questionnaire!.Sections.Select(section => section.Pillar))
        {
            await countries[0].AssignAsync("rosa", ReviewSeat.First, pillar);
        }

        var anders = await _service.SignedInAsync("anders");
        var spread = await anders.CallAsync(HttpMethod.Post, "/api/v1/editions/2026/assignments", new { countries = codes, reviewers = new[] { one.Id, two.Id } });
        var none = await anders.CallAsync(HttpMethod.Post, "/api/v1/editions/2026/assignments", new { countries = codes, reviewers = new[] { one.Id }, second = true });

        Assert.Equal(3, JsonDocument.Parse(await spread.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("countries").GetInt32());
        Assert.Equal("spread-nothing", await Caller.ProblemAsync(none));
        Assert.Equal((await countries[0].PersonAsync("rosa")).Id, (await SeatsAsync(countries[0]))[0].Item3);
        Assert.Equal([one.Id, two.Id, one.Id], new[] { (await SeatsAsync(countries[1]))[0].Item3, (await SeatsAsync(countries[2]))[0].Item3, (await SeatsAsync(countries[3]))[0].Item3 });
        Assert.Equal(_service.Edition("2026").Questionnaire!.Sections.Length, (await SeatsAsync(countries[3])).Count);
        Assert.Single(await countries[0].MailsAsync("even-one"));
    }

    [Fact]
    public async Task The_adjudicator_decides_where_two_disagree_and_the_rate_counts_what_they_found_alone()
    {
        await _service.PersonAsync("judge-two", Role.Reviewer, null);
        await _service.PersonAsync("judge-three", Role.Reviewer, null);
        var reviewed = await Reviewed.SubmittedAsync(_service, "CIV");
        await reviewed.AssignAsync("rosa");
        await reviewed.AssignAsync("judge-two", ReviewSeat.Second);
        await reviewed.AssignAsync("judge-three", ReviewSeat.Adjudicator);
        var (first, second, third) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync("judge-two"), await _service.SignedInAsync("judge-three"));
        foreach (var (code, kind) in (IEnumerable<(string, string)>)[(Reviewed.Question, "verified"), (Reviewed.Second, "verified"), (Reviewed.Third, "not-verified")])
        {
            await first.CallAsync(HttpMethod.Put, reviewed.Review(code), new { kind }, "0");
            await second.CallAsync(HttpMethod.Put, reviewed.Review(code), new { kind = "verified" }, "0");
        }

        await second.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Second), new { kind = "not-verified" }, "1"); // after both were seen: does not count as found alone
        Assert.DoesNotContain(Reviewed.Third, await first.TextAsync("/reviews/adjudication"), StringComparison.Ordinal);
        Assert.Contains($"#{Reviewed.Third}", await third.TextAsync("/reviews/adjudication"), StringComparison.Ordinal);
        await third.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Third), new { kind = "not-verified" }, "0");

        Assert.Contains("\"status\":\"not-verified\"", await first.TextAsync(reviewed.Review(Reviewed.Third)), StringComparison.Ordinal);
        var rates = JsonDocument.Parse(await first.TextAsync("/api/v1/editions/2026/agreement")).RootElement.EnumerateArray().ToList();
        var all = rates.Single(rate => rate.GetProperty("pillar").ValueKind == JsonValueKind.Null);
        Assert.Equal((3, 2, 0.0), (all.GetProperty("pairs").GetInt32(), all.GetProperty("agreed").GetInt32(), all.GetProperty("kappa").GetDouble()));
        Assert.Contains("0.67", await first.TextAsync("/editions/2026/agreement"), StringComparison.Ordinal);
    }

    private Task<List<(string, ReviewSeat, Guid)>> SeatsAsync(Reviewed reviewed) => _service.DataAsync(async db => (await db.Assignments.AsNoTracking().Where(row => row.ResponseId == reviewed.Id && row.EndedAt == null).ToListAsync(Cancel))
        .OrderBy(row => row.Pillar, StringComparer.Ordinal).ThenBy(row => row.Seat).Select(row => (row.Pillar, row.Seat, row.ReviewerId)).ToList());
}

public sealed class AssigningOnSqliteTests(ServiceOnSqlite service) : AssigningTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class AssigningOnPostgreSqlTests(ServiceOnPostgreSql service) : AssigningTests(service), IClassFixture<ServiceOnPostgreSql>;
