using System.Net;
using Gci.Data.Accounts;
using Gci.Data.Reviews;
using Gci.Testing;
using Gci.Web.Tests.Reviewing;

namespace Gci.Web.Tests.Classes;

/// <summary>Where two reviewers do not agree, programs read the list that the page shows.</summary>
public abstract class DisagreementTests
{
    private readonly Service _service;

    protected DisagreementTests(Service service)
    {
        _service = service;
        service.Require();
    }

    [Fact]
    public async Task An_adjudicator_reads_what_is_to_be_decided()
    {
        var reviewed = await Reviewed.SubmittedAsync(_service, "TGO");
        await _service.PersonAsync("twin", Role.Reviewer, null);
        await _service.PersonAsync("judge", Role.Reviewer, null);
        await reviewed.AssignAsync("rosa");
        await reviewed.AssignAsync("twin", ReviewSeat.Second);
        await reviewed.AssignAsync("judge", ReviewSeat.Adjudicator);
        var (rosa, twin, judge) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync("twin"), await _service.SignedInAsync("judge"));
        await rosa.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "verified" }, "0");
        await twin.CallAsync(HttpMethod.Put, reviewed.Review(Reviewed.Question), new { kind = "not-verified" }, "0");

        var list = await judge.TextAsync("/api/v1/editions/2026/adjudication");
        Assert.Contains($"\"response\":\"{reviewed.Id}\",\"country\":\"TGO\",\"pillar\":\"LEG\",\"question\":\"{Reviewed.Question}\",\"first\":\"verified\",\"second\":\"not-verified\",\"mine\":true", list, StringComparison.Ordinal);
        Assert.DoesNotContain("TGO", await judge.TextAsync("/api/v1/editions/2024/adjudication"), StringComparison.Ordinal);
        Assert.Contains("\"mine\":false", await (await _service.SignedInAsync("anders")).TextAsync("/api/v1/editions/2026/adjudication"), StringComparison.Ordinal);
        Assert.DoesNotContain("TGO", await rosa.TextAsync("/api/v1/editions/2026/adjudication"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _service.SignedInAsync("amina")).GetAsync("/api/v1/editions/2026/adjudication")).StatusCode);
    }
}

public sealed class DisagreementOnSqliteTests(ServiceOnSqlite service) : DisagreementTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class DisagreementOnPostgreSqlTests(ServiceOnPostgreSql service) : DisagreementTests(service), IClassFixture<ServiceOnPostgreSql>;
