using System.Net;
using System.Text.Json;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Gci.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Offline;

/// <summary>The owner of a private copy closes, reopens and deletes it, by page and by program.</summary>
public abstract class PrivateCopyEndTests
{
    private readonly Service _service;

    protected PrivateCopyEndTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_is_closed_read_and_reopened_by_page()
    {
        var (browser, _, copy) = await BegunAsync("end-page", "AUT");
        Assert.Contains($"/responses/{copy}/end\"", await browser.TextAsync($"/responses/{copy}"), StringComparison.Ordinal);

        var closed = await browser.PostAsync($"/responses/{copy}/end?handler=close", [], $"/responses/{copy}/end");

        Assert.Equal((HttpStatusCode.Redirect, $"/responses/{copy}/end"), (closed.StatusCode, closed.Headers.Location?.ToString()));
        Assert.Equal(ResponseState.PutAside, await StateAsync(copy));
        Assert.Contains("Private, closed", await browser.TextAsync("/responses"), StringComparison.Ordinal);
        Assert.Contains("You closed this private copy.", await browser.TextAsync($"/responses/{copy}"), StringComparison.Ordinal);
        var section = await browser.TextAsync($"/responses/{copy}/sections/LEG-1");
        Assert.Contains("You can read this section and cannot change it.", section, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"next\"", section, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)423, (await SaveAsync(browser, copy, "no", "1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/responses/{copy}/indication")).StatusCode);

        await browser.PostAsync($"/responses/{copy}/end?handler=reopen", [], $"/responses/{copy}/end");
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(browser, copy, "no", "1")).StatusCode);
        Assert.Contains("closed this private copy", await browser.TextAsync($"/responses/{copy}/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_deleted_only_by_somebody_who_says_so_and_then_it_was_never_there()
    {
        var (browser, person, copy) = await BegunAsync("end-delete", "BEL");
        var file = await _service.AttachAsync(copy, person, "law.pdf", Samples.Pdf);

        var asked = await browser.PostAsync($"/responses/{copy}/end?handler=delete", [], $"/responses/{copy}/end");
        Assert.Contains("Tick the box if you want to delete the copy.", await asked.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(ResponseState.InProgress, await StateAsync(copy));

        var deleted = await browser.PostAsync($"/responses/{copy}/end?handler=delete", new() { ["sure"] = "true" }, $"/responses/{copy}/end");
        Assert.Equal("/responses?deleted=true", deleted.Headers.Location?.ToString());
        var list = await browser.TextAsync("/responses?deleted=true");
        Assert.Contains("Your private copy was deleted.", list, StringComparison.Ordinal);
        Assert.DoesNotContain(copy.ToString(), list, StringComparison.Ordinal);
        Assert.Contains("Begin a private copy", list, StringComparison.Ordinal);
        foreach (var path in (string[])["", "/end", "/sections/LEG-1", "/history", "/copies", "/indication", $"/files/{file.Id}"])
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await browser.GetAsync($"/responses/{copy}{path}")).StatusCode));
        }

        Assert.Equal(0, await _service.DataAsync(async db => await db.Answers.CountAsync(row => row.ResponseId == copy, Cancel) + await db.Files.CountAsync(row => row.ResponseId == copy, Cancel)));
    }

    [Fact]
    public async Task A_program_does_the_same()
    {
        var (browser, _, copy) = await BegunAsync("end-program", "BGR");
        var path = $"/api/v1/responses/{copy}";

        Assert.Equal("put-aside", await StateOfAsync(await browser.CallAsync(HttpMethod.Post, $"{path}/close")));
        Assert.Equal("in-progress", await StateOfAsync(await browser.CallAsync(HttpMethod.Post, $"{path}/reopen")));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.CallAsync(HttpMethod.Delete, path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.CallAsync(HttpMethod.Delete, path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        Assert.DoesNotContain(copy.ToString(), await browser.TextAsync("/api/v1/responses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_of_the_country_has_no_such_end_and_a_copy_has_it_for_nobody_else()
    {
        var (leader, person, copy) = await BegunAsync("end-other", "CYP");
        var national = await _service.OpenAsync(person, "2026");
        await _service.PersonAsync("end-colleague", Role.Contributor, "CYP");
        var colleague = await _service.SignedInAsync("end-colleague");
        foreach (var (browser, response) in (IEnumerable<(Browser, Guid)>)[(leader, national), (colleague, copy)])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/responses/{response}/end")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.CallAsync(HttpMethod.Post, $"/api/v1/responses/{response}/close")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.CallAsync(HttpMethod.Post, $"/api/v1/responses/{response}/reopen")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.CallAsync(HttpMethod.Delete, $"/api/v1/responses/{response}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/responses/{response}/end?handler=delete", new() { ["sure"] = "true" }, "/responses")).StatusCode);
        }

        Assert.Equal(ResponseState.InProgress, await StateAsync(copy));
    }

    private async Task<(Browser Browser, Account Person, Guid Copy)> BegunAsync(string name, string country)
    {
        var person = await _service.PersonAsync(name, Role.FocalPoint, country);
        var copy = await _service.OpenAsync(person, "2024", ResponseKind.SelfAssessment);
        var browser = await _service.SignedInAsync(name);
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(browser, copy, "yes", "0")).StatusCode);
        return (browser, person, copy);
    }

    private static Task<HttpResponseMessage> SaveAsync(Browser browser, Guid copy, string value, string revision) =>
        browser.PutAsync($"/api/v1/responses/{copy}/answers/LEG-1.1.1", new { value }, Guid.NewGuid().ToString(), revision);

    private Task<ResponseState> StateAsync(Guid copy) => _service.DataAsync(db => db.Responses.Where(response => response.Id == copy).Select(response => response.State).SingleAsync(Cancel));

    private static async Task<string?> StateOfAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("state").GetString();
}

public sealed class PrivateCopyEndOnSqliteTests(ServiceOnSqlite service) : PrivateCopyEndTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class PrivateCopyEndOnPostgreSqlTests(ServiceOnPostgreSql service) : PrivateCopyEndTests(service), IClassFixture<ServiceOnPostgreSql>;
