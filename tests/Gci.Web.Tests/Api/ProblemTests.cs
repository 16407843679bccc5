using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Testing;
using Gci.Web.Api;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Api;

/// <summary>Whatever goes wrong below <c>/api</c> is problem+json with a code of the catalogue.</summary>
public abstract class ProblemTests
{
    private readonly Service _service;

    protected ProblemTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private string Answer => $"/api/v1/responses/{_service.Kenya}/answers/LEG-1.1.1";

    [Theory]
    [InlineData("GET", "/api/v1/me", 401, "not-signed-in", false)]
    [InlineData("GET", "/api/v1/nothing-here", 404, "not-found", true)]
    [InlineData("GET", "/api", 404, "not-found", false)]
    [InlineData("GET", "/api/v1/responses/not-an-id/check", 404, "not-found", true)]
    [InlineData("DELETE", "/api/v1/me", 405, "method-not-allowed", true)]
    [InlineData("GET", "/api/v1/countries?limit=many", 400, "bad-request", true)]
    [InlineData("GET", "/api/v1/countries?limit=0", 400, "page-limit", true)]
    [InlineData("GET", "/api/v1/countries?limit=201", 400, "page-limit", true)]
    [InlineData("GET", "/api/v1/countries?after=XXX", 400, "page-after", true)]
    [InlineData("GET", "/api/v1/countries?language=xx", 400, "language-unknown", true)]
    [InlineData("GET", "/api/v1/editions/1999", 404, "not-found", true)]
    public async Task An_error_of_the_framework_has_a_code_too(string method, string path, int status, string code, bool isSignedIn)
    {
        var program = isSignedIn ? await _service.ProgramOfAsync("amina", [.. Scopes.All]) : _service.Program();
        var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("Accept", "text/html");

        var answer = await program.SendAsync(request);

        Assert.Equal((status, code), ((int)answer.StatusCode, await Caller.ProblemAsync(answer)));
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.Count > 0);
    }

    [Theory]
    [InlineData("{\"value\":", "application/json", 400, "bad-request")]
    [InlineData("{\"value\":7}", "application/json", 400, "bad-request")]
    [InlineData("[]", "application/json", 400, "bad-request")]
    [InlineData("", "application/json", 400, "bad-request")]
    [InlineData("value=yes", "text/plain", 415, "unsupported-media-type")]
    public async Task A_body_that_cannot_be_read_is_a_problem(string body, string type, int status, string code)
    {
        var program = await _service.ProgramOfAsync("amina", Scopes.WriteResponses);

        var answer = await program.SendAsync(new(HttpMethod.Put, Answer) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type)) });

        Assert.Equal((status, code), ((int)answer.StatusCode, await Caller.ProblemAsync(answer)));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem()
    {
        var program = await _service.ProgramOfAsync("amina", Scopes.WriteResponses);

        var answer = await program.PutAnswerAsync(_service.Kenya, "LEG-1.1.1", new { comment = new string('x', 5 << 20) }, "large");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (answer.StatusCode, await Caller.ProblemAsync(answer)));
    }

    [Fact]
    public async Task A_change_by_a_session_needs_its_anti_forgery_token_and_one_by_a_token_does_not()
    {
        var browser = await _service.SignedInAsync("amina");

        var forged = await browser.PutAsync(Answer, new { value = "yes" }, "forged", "0", tokenPage: null);

        Assert.Equal((HttpStatusCode.BadRequest, "anti-forgery"), (forged.StatusCode, await Caller.ProblemAsync(forged)));
        var program = await _service.ProgramOfAsync("amina", Scopes.WriteResponses);
        Assert.Equal(HttpStatusCode.OK, (await program.PutAnswerAsync(_service.Kenya, "LEG-1.1.2", new { value = "yes" }, "not-forged")).StatusCode);
    }

    [Fact]
    public async Task The_sentence_is_in_the_language_of_the_reader_and_the_code_is_not()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/countries?limit=0");
        request.Headers.Add("Accept-Language", "fr");

        var answer = await _service.Program().SendAsync(request);

        Assert.Equal("page-limit", await Caller.ProblemAsync(answer));
    }

    [Fact]
    public async Task Every_code_has_a_page_and_stands_in_the_list()
    {
        var program = _service.Program();
        var listed = new List<string>();
        for (var path = "/api/v1/problems?limit=20"; path is not null;)
        {
            var slice = await program.JsonAsync(path);
            listed.AddRange(slice.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("code").GetString()!));
            path = slice.GetProperty("next").GetString();
        }

        Assert.Equal(ProblemCatalogue.Codes, listed);
        foreach (var code in listed)
        {
            Assert.Contains($"<code>{code}</code>", await _service.Anonymous().TextAsync($"/problems/{code}"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/problems/no-such-code")).StatusCode);
        Assert.Contains("/problems/already-submitted", await _service.Anonymous().TextAsync("/problems"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_holds_exactly_the_refusals_that_have_a_sentence()
    {
        var texts = new EditionsFolder(Repository.Root).Interface(new Problems())[Languages.Source];
        var known = texts.Keys.Where(key => key.StartsWith("refusal.", StringComparison.Ordinal))
            .Select(key => key["refusal.".Length..].Replace(".one", "", StringComparison.Ordinal).Replace(".other", "", StringComparison.Ordinal)).Distinct();

        Assert.Equal(known.Order(StringComparer.Ordinal), ProblemCatalogue.Codes);
        Assert.Equal(ProblemCatalogue.Codes.Select(code => $"problems.title.{code}"), texts.Keys.Where(key => key.StartsWith("problems.title.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_answer_of_the_API_carries_the_headers_that_protect_it_and_opens_nothing_to_other_sites()
    {
        foreach (var path in (string[])["/api/v1/editions", "/api/v1/me", "/api/v1/nothing", "/openapi/v1.json"])
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", "https://elsewhere.example");
            var answer = await _service.Program().SendAsync(request);

            Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        }
    }
}

public sealed class ProblemsOnSqliteTests(ServiceOnSqlite service) : ProblemTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class ProblemsOnPostgreSqlTests(ServiceOnPostgreSql service) : ProblemTests(service), IClassFixture<ServiceOnPostgreSql>;
