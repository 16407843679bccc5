using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Testing;
using Gci.Web.Tests.Reviewing;

namespace Gci.Web.Tests.Classes;

/// <summary>While an offer waits for the country, the secretariat reads its own research and not what the country writes over it.</summary>
public abstract class OfferedTests
{
    private readonly Service _service;

    protected OfferedTests(Service service)
    {
        _service = service;
        service.Require();
    }

    [Fact]
    public async Task What_the_country_writes_over_an_offer_is_its_own_until_it_confirms()
    {
        var (reviewed, rosa, focal) = await OfferedAsync("GMB");
        foreach (var path in Paths(reviewed.Id))
        {
            var text = await rosa.TextAsync(path);
            Assert.DoesNotContain("CANARY", text, StringComparison.Ordinal);
        }

        Assert.Contains("CANARY", await focal.TextAsync($"/responses/{reviewed.Id}/sections/LEG-1"), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"yes\"", await rosa.TextAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}"), StringComparison.Ordinal);

        await focal.PostAsync($"/responses/{reviewed.Id}/offer", []);
        Assert.Contains("CANARY", await rosa.TextAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}"), StringComparison.Ordinal);
        Assert.Contains("CANARY", await rosa.TextAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}/evidence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_country_lets_an_offer_pass_the_research_stands_as_it_was()
    {
        var (reviewed, rosa, focal) = await OfferedAsync("GNB");
        await (await _service.SignedInAsync("anders")).PostAsync($"/reviews/{reviewed.Id}?handler=EndOffer", [], $"/reviews/{reviewed.Id}");

        Assert.Equal(ResponseState.Closed, await reviewed.StateAsync());
        var answer = (await reviewed.AnswerAsync(Reviewed.Question))!;
        Assert.Equal(("yes", null, Provenance.DeskResearch), (answer.Value, answer.Comment, answer.Source));
        Assert.Null((await reviewed.AnswerAsync(Reviewed.Second))!.Value);
        foreach (var path in Paths(reviewed.Id))
        {
            Assert.DoesNotContain("CANARY", await rosa.TextAsync(path), StringComparison.Ordinal);
        }

        Assert.Contains("CANARY", await focal.TextAsync($"/responses/{reviewed.Id}/questions/{Reviewed.Question}"), StringComparison.Ordinal);
    }

    private static string[] Paths(Guid id) =>
    [
        $"/responses/{id}", $"/responses/{id}/sections/LEG-1", $"/responses/{id}/questions/{Reviewed.Question}", $"/responses/{id}/history", $"/responses/{id}/check", $"/reviews/{id}",
        $"/reviews/{id}/questions/LEG", $"/api/v1/responses/{id}/answers", $"/api/v1/responses/{id}/answers/{Reviewed.Question}", $"/api/v1/responses/{id}/answers/{Reviewed.Second}",
        $"/api/v1/responses/{id}/answers/{Reviewed.Question}/revisions", $"/api/v1/responses/{id}/answers/{Reviewed.Question}/evidence", $"/api/v1/responses/{id}/history",
        $"/api/v1/responses/{id}/review",
    ];

    private async Task<(Reviewed Reviewed, Browser Rosa, Browser Focal)> OfferedAsync(string country)
    {
        var reviewed = await Reviewed.OpenedAsync(_service, country);
        Assert.Null((await reviewed.MissDeadlineAsync())?.Code);
        var (rosa, focal) = (await _service.SignedInAsync("rosa"), await _service.SignedInAsync(reviewed.FocalName));
        await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Research", [], $"/reviews/{reviewed.Id}");
        await rosa.PutAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}", new { value = "yes" }, "found", "0");
        await rosa.PostAsync($"/reviews/{reviewed.Id}?handler=Offer", [], $"/reviews/{reviewed.Id}");
        Assert.Equal(ResponseState.Offered, await reviewed.StateAsync());
        var path = $"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Question}";
        Assert.True((await focal.PutAsync(path, new { value = "no", comment = "CANARY" }, "own", "1")).IsSuccessStatusCode);
        Assert.True((await focal.PutAsync($"/api/v1/responses/{reviewed.Id}/answers/{Reviewed.Second}", new { value = "yes", comment = "CANARY" }, "more", "0")).IsSuccessStatusCode);
        Assert.True((await focal.CallAsync(HttpMethod.Post, $"{path}/evidence", new { kind = "law", title = "CANARY", url = "https://example.org/own" })).IsSuccessStatusCode);
        return (reviewed, rosa, focal);
    }
}

public sealed class OfferedOnSqliteTests(ServiceOnSqlite service) : OfferedTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class OfferedOnPostgreSqlTests(ServiceOnPostgreSql service) : OfferedTests(service), IClassFixture<ServiceOnPostgreSql>;
