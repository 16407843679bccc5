using System.Net;
using Gci.Testing;

namespace Gci.Web.Tests;

/// <summary>Who reaches what: another country's response is never found, whoever asks and whichever way.</summary>
public abstract class RightsTests
{
    private static readonly string[] s_respondents = ["amina", "barasa", "diego"];
    private static readonly string[] s_others = ["rosa", "anders", "elena", "adam"];

    private readonly Service _service;

    protected RightsTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static string[] Paths(Guid response) =>
    [
        $"/responses/{response}", $"/responses/{response}/sections/LEG-1", $"/responses/{response}/sections/TEC-1",
        $"/api/v1/responses/{response}/answers/LEG-1.1.1", $"/api/v1/responses/{response}/answers/TEC-1.1",
    ];

    [Fact]
    public async Task Nobody_reaches_another_countrys_response()
    {
        foreach (var (name, other) in (IEnumerable<(string, Guid)>)[("amina", _service.Uruguay), ("barasa", _service.Uruguay), ("diego", _service.Kenya)])
        {
            var browser = await _service.SignedInAsync(name);
            foreach (var path in Paths(other))
            {
                Assert.Equal((name, path, HttpStatusCode.NotFound), (name, path, (await browser.GetAsync(path)).StatusCode));
            }

            var put = await browser.PutAsync(Paths(other)[3], new { value = "yes" }, "key", "0");
            Assert.Equal(HttpStatusCode.NotFound, put.StatusCode);
            var post = await browser.PostAsync(Paths(other)[1], new() { ["LEG-1.1.1.value"] = "yes", ["LEG-1.1.1.revision"] = "0" }, "/responses");
            Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
        }
    }

    [Fact]
    public async Task Unknown_and_foreign_look_the_same()
    {
        var browser = await _service.SignedInAsync("amina");
        foreach (var (foreign, unknown) in Paths(_service.Uruguay).Zip(Paths(Guid.NewGuid())))
        {
            var (first, second) = (await browser.GetAsync(foreign), await browser.GetAsync(unknown));
            Assert.Equal((HttpStatusCode.NotFound, first.Content.Headers.ContentType), (second.StatusCode, second.Content.Headers.ContentType));
        }
    }

    [Fact]
    public async Task The_focal_point_reaches_every_section_and_a_contributor_those_that_were_opened()
    {
        var paths = Paths(_service.Kenya);
        var (amina, barasa) = (await _service.SignedInAsync("amina"), await _service.SignedInAsync("barasa"));

        Assert.All(await StatesAsync(amina, paths), state => Assert.Equal(HttpStatusCode.OK, state));
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound], await StatesAsync(barasa, paths));
        Assert.Equal(HttpStatusCode.NotFound, (await barasa.PutAsync(paths[4], new { value = "yes" }, "key", "0")).StatusCode);
    }

    [Fact]
    public async Task Before_submission_nobody_outside_the_country_reads_an_answer()
    {
        foreach (var name in s_others)
        {
            var browser = await _service.SignedInAsync(name);
            Assert.All(await StatesAsync(browser, Paths(_service.Kenya)[1..]), state => Assert.Equal(HttpStatusCode.NotFound, state));
        }
    }

    [Fact]
    public async Task Without_sign_in_every_page_leads_to_it_and_every_program_is_told()
    {
        foreach (var path in Paths(_service.Kenya).Append("/responses"))
        {
            var answer = await _service.Anonymous().GetAsync(path);
            if (path.StartsWith("/api", StringComparison.Ordinal))
            {
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            }
            else
            {
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                Assert.Contains("/account/sign-in?returnTo=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Everybody_who_is_signed_in_sees_a_list_of_their_own()
    {
        foreach (var name in s_respondents.Concat(s_others))
        {
            var text = await (await _service.SignedInAsync(name)).TextAsync("/responses");
            Assert.Equal(name is "amina" or "barasa", text.Contains(_service.Kenya.ToString(), StringComparison.Ordinal));
            Assert.Equal(name == "diego", text.Contains(_service.Uruguay.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_route_is_one_that_these_tests_know()
    {
        string[] known =
        [
            "",
            "account/invitation/{secret}",
            "account/language",
            "account/sign-in",
            "account/sign-out",
            "api/v1/countries",
            "api/v1/responses/{id:guid}/answers/{question}",
            "api/v1/responses/{id:guid}/files/{file:guid}",
            "assets/{name}",
            "api/v1/responses/{id:guid}/indication",
            "api/v1/responses/{id:guid}/workbook",
            "api/v1/self-assessments",
            "responses/self-assessments",
            "responses/{id:guid}/copies",
            "responses/{id:guid}/copies/questionnaire.xlsx",
            "responses/{id:guid}/indication",
            "health",
            "problem",
            "responses",
            "responses/{id:guid}",
            "responses/{id:guid}/files/{file:guid}",
            "responses/{id:guid}/sections/{section}",
        ];

        Assert.Equal(known.Order(StringComparer.Ordinal), _service.Routes().Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<HttpStatusCode[]> StatesAsync(Browser browser, IEnumerable<string> paths)
    {
        var states = new List<HttpStatusCode>();
        foreach (var path in paths)
        {
            states.Add((await browser.GetAsync(path)).StatusCode);
        }

        return [.. states];
    }
}

public sealed class RightsOnSqliteTests(ServiceOnSqlite service) : RightsTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class RightsOnPostgreSqlTests(ServiceOnPostgreSql service) : RightsTests(service), IClassFixture<ServiceOnPostgreSql>;
