using System.Net;
using Gci.Data.Accounts;
using Gci.Testing;

namespace Gci.Web.Tests.Files;

public sealed class ServiceWithFilesHost : ServiceOnSqlite
{
    protected override ServiceOptions Configured(ServiceOptions options) => options with { FilesAddress = new("http://files.localhost"), PublicAddress = "http://pages.localhost" };
}

/// <summary>Files on a host of their own.</summary>
public sealed class FilesHostTests(ServiceWithFilesHost service) : IClassFixture<ServiceWithFilesHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_is_sent_to_an_address_that_gives_the_file_without_sign_in_or_cookies()
    {
        var (browser, response, file) = await BeginAsync("host-one", "SVN");

        var sent = await browser.GetAsync($"/responses/{response}/files/{file}");

        Assert.Equal((HttpStatusCode.Redirect, "files.localhost"), (sent.StatusCode, sent.Headers.Location?.Host));
        var other = service.Anonymous();
        var answer = await AskAsync(other, HttpMethod.Get, sent.Headers.Location!.PathAndQuery);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(Samples.Pdf, await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Empty(other.SetCookies);
    }

    [Fact]
    public async Task The_host_of_files_serves_nothing_else_and_the_pages_serve_no_such_address()
    {
        var (browser, response, file) = await BeginAsync("host-two", "SVK");
        var token = (await browser.GetAsync($"/responses/{response}/files/{file}")).Headers.Location!.PathAndQuery;
        foreach (var path in (string[])["/", "/responses", "/account/sign-in", "/health", $"/responses/{response}/files/{file}", $"/{file}", token[..^4] + "AAAA", token + "/", "/a.b"])
        {
            var answer = await AskAsync(browser, HttpMethod.Get, path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            Assert.Empty(browser.SetCookies);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(browser, HttpMethod.Post, token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(token)).StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(Browser browser, HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Host = "files.localhost";
        return browser.SendAsync(request);
    }

    private async Task<(Browser Browser, Guid Response, Guid File)> BeginAsync(string name, string country)
    {
        var person = await service.PersonAsync(name, Role.FocalPoint, country);
        var response = await service.OpenAsync(person, "2024");
        var file = await service.AttachAsync(response, person, "law.pdf", Samples.Pdf);
        return (await service.SignedInAsync(name), response, file.Id);
    }
}
