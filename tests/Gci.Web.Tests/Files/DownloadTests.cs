using System.Net;
using System.Text.Json;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Files;

/// <summary>Who gets a file, and in which dress.</summary>
public abstract class DownloadTests
{
    private readonly Service _service;

    protected DownloadTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_comes_as_an_attachment_that_no_browser_runs()
    {
        var (person, response) = await BeginAsync("download-one", "SWE");
        var file = await _service.AttachAsync(response, person, "قانون \"12\".pdf", Samples.Pdf);
        var browser = await _service.SignedInAsync("download-one");
        foreach (var path in Paths(response, file.Id))
        {
            var answer = await browser.GetAsync(path);

            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
            Assert.Equal(Samples.Pdf, await answer.Content.ReadAsByteArrayAsync(Cancel));
            Assert.Equal(("attachment", "قانون \"12\".pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
            Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task Only_those_who_read_the_section_get_its_files()
    {
        var (person, response) = await BeginAsync("download-two", "NOR");
        await _service.PersonAsync("download-other", Role.Contributor, "NOR");
        var file = await _service.AttachAsync(response, person, "law.pdf", Samples.Pdf);

        foreach (var name in (string[])["download-other", "amina", "diego", "rosa", "adam", "elena"])
        {
            var browser = await _service.SignedInAsync(name);
            foreach (var path in Paths(response, file.Id))
            {
                Assert.Equal((name, path, HttpStatusCode.NotFound), (name, path, (await browser.GetAsync(path)).StatusCode));
            }
        }

        Assert.Equal(HttpStatusCode.Redirect, (await _service.Anonymous().GetAsync(Paths(response, file.Id)[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.Anonymous().GetAsync(Paths(response, file.Id)[1])).StatusCode);
    }

    [Fact]
    public async Task A_file_is_not_found_through_another_response()
    {
        var (person, response) = await BeginAsync("download-three", "FIN");
        var file = await _service.AttachAsync(response, person, "law.pdf", Samples.Pdf);
        var amina = await _service.SignedInAsync("amina");

        foreach (var path in Paths(_service.Kenya, file.Id).Concat(Paths(_service.Kenya, Guid.NewGuid())))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task A_removed_file_stays_readable_to_those_who_could_have_removed_it()
    {
        var (person, response) = await BeginAsync("download-delta", "DNK");
        var viewer = await _service.PersonAsync("download-viewer", Role.Contributor, "DNK");
        await _service.DataAsync(async db => await db.ResponseAsync<string>(response, (found, _) =>
        {
            found.Grant(person.AsActor(), viewer, ["LEG-1"], Right.View, Moment.Now(TimeProvider.System));
            return Task.FromResult("granted");
        }, Cancel));
        var file = await _service.AttachAsync(response, person, "law.pdf", Samples.Pdf);
        var (focal, reading) = (await _service.SignedInAsync("download-delta"), await _service.SignedInAsync("download-viewer"));
        Assert.Equal(HttpStatusCode.OK, (await reading.GetAsync(Paths(response, file.Id)[0])).StatusCode);

        await _service.RemoveAsync(response, person, file.Id);

        Assert.Equal(HttpStatusCode.OK, (await focal.GetAsync(Paths(response, file.Id)[0])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reading.GetAsync(Paths(response, file.Id)[0])).StatusCode);
    }

    [Theory]
    [InlineData(ScanState.Waiting, "file-waiting")]
    [InlineData(ScanState.Infected, "file-withheld")]
    public async Task A_file_that_waits_or_is_infected_is_given_to_nobody(ScanState state, string code)
    {
        var (person, response) = await BeginAsync($"download-{code}", state == ScanState.Waiting ? "ISL" : "IRL");
        var file = await _service.AttachAsync(response, person, "law.pdf", Samples.Pdf);
        await _service.DataAsync(db => db.Files.Where(row => row.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Scan, state), Cancel));
        var browser = await _service.SignedInAsync($"download-{code}");

        var (page, program) = (await browser.GetAsync(Paths(response, file.Id)[0]), await browser.GetAsync(Paths(response, file.Id)[1]));

        Assert.Equal((HttpStatusCode.Locked, HttpStatusCode.Locked), (page.StatusCode, program.StatusCode));
        Assert.Contains("This file cannot be given out now", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(code, JsonDocument.Parse(await program.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("code").GetString());
    }

    private static string[] Paths(Guid response, Guid file) => [$"/responses/{response}/files/{file}", $"/api/v1/responses/{response}/files/{file}"];

    private async Task<(Account Person, Guid Response)> BeginAsync(string name, string country)
    {
        var person = await _service.PersonAsync(name, Role.FocalPoint, country);
        return (person, await _service.OpenAsync(person, "2024"));
    }
}

public sealed class DownloadOnSqliteTests(ServiceOnSqlite service) : DownloadTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class DownloadOnPostgreSqlTests(ServiceOnPostgreSql service) : DownloadTests(service), IClassFixture<ServiceOnPostgreSql>;
