using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gci.Data.Responses;
using Gci.Testing;

namespace Gci.Web.Tests;

/// <summary>The resources behind the section page, with the rights of each level.</summary>
public abstract class AnswerApiTests
{
    private readonly Service _service;

    protected AnswerApiTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Right.View, "view", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(Right.Suggest, "suggest", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(Right.Edit, "edit", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task Each_right_reaches_as_far_as_its_name(Right right, string name, HttpStatusCode suggests, HttpStatusCode edits)
    {
        var team = await Team.OfAsync(_service, $"rights-{name}", name switch { "view" => "CZE", "suggest" => "SVK", _ => "SVN" });
        await team.AttachAsync("Act");
        var evidence = Assert.Single(await team.EvidenceAsync()).Id;
        var person = await team.ContributorAsync($"rights-{name}-helper", right);
        var answer = team.Api("LEG-2.1");

        foreach (var path in (string[])[answer, $"{answer}/revisions", $"{answer}/evidence", $"{answer}/messages", $"/api/v1/responses/{team.Response}/answers", $"/api/v1/responses/{team.Response}/suggestions"])
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await person.GetAsync(path)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.Created, (await person.CallAsync(HttpMethod.Post, $"{answer}/messages", new { text = "A remark" })).StatusCode);
        Assert.Equal(suggests, (await person.CallAsync(HttpMethod.Put, $"{answer}/suggestion", new { value = "yes" })).StatusCode);
        Assert.Equal(edits, (await person.PutAsync(answer, new { value = "no" }, "key", "0")).StatusCode);
        var attached = await person.CallAsync(HttpMethod.Post, $"{answer}/evidence", new { kind = "law", title = "Another", url = "https://laws.example.org/2" });
        Assert.Equal(edits == HttpStatusCode.OK ? HttpStatusCode.Created : edits, attached.StatusCode);
        var removed = await person.CallAsync(HttpMethod.Delete, $"/api/v1/responses/{team.Response}/evidence/{evidence}");
        Assert.Equal(edits == HttpStatusCode.OK ? HttpStatusCode.NoContent : edits, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(team.Api("TEC-1.1"))).StatusCode);
    }

    [Theory]
    [InlineData(Right.View, "view")]
    [InlineData(Right.Suggest, "suggest")]
    public async Task A_plain_form_gives_nobody_more_than_the_right(Right right, string name)
    {
        var team = await Team.OfAsync(_service, $"form-{name}", name == "view" ? "ALB" : "MKD");
        await team.AttachAsync("Act");
        var evidence = Assert.Single(await team.EvidenceAsync()).Id;
        var person = await team.ContributorAsync($"form-{name}-helper", right);

        await person.PostAsync(team.Page, new(SuggestionTests.Form("LEG-2.1", "yes", 0)) { ["go"] = $"remove:{evidence}", ["LEG-2.1.evidence.kind"] = "law", ["LEG-2.1.evidence.title"] = "Mine", ["LEG-2.1.evidence.url"] = "https://laws.example.org/9" });

        Assert.Null(await team.CurrentAsync("LEG-2.1"));
        Assert.Null(Assert.Single(await team.EvidenceAsync()).RemovedAt);
        Assert.Equal(right == Right.Suggest ? 1 : 0, (await team.SuggestionsAsync()).Count);
    }

    [Fact]
    public async Task Another_country_finds_none_of_it()
    {
        var team = await Team.OfAsync(_service, "foreign", "SRB");
        await team.AttachAsync("Act");
        var evidence = Assert.Single(await team.EvidenceAsync()).Id;
        var diego = await _service.SignedInAsync("diego");
        var (answer, response) = (team.Api("LEG-2.1"), $"/api/v1/responses/{team.Response}");
        (HttpMethod, string)[] calls =
        [
            (HttpMethod.Get, $"{response}/answers"), (HttpMethod.Get, answer), (HttpMethod.Put, answer), (HttpMethod.Get, $"{answer}/revisions"), (HttpMethod.Get, $"{answer}/evidence"),
            (HttpMethod.Post, $"{answer}/evidence"), (HttpMethod.Delete, $"{response}/evidence/{evidence}"), (HttpMethod.Get, $"{answer}/suggestion"),
            (HttpMethod.Put, $"{answer}/suggestion"), (HttpMethod.Delete, $"{answer}/suggestion"), (HttpMethod.Get, $"{response}/suggestions"),
            (HttpMethod.Post, $"{response}/suggestions/{Guid.NewGuid()}/accept"), (HttpMethod.Post, $"{response}/suggestions/{Guid.NewGuid()}/decline"),
            (HttpMethod.Get, $"{answer}/messages"), (HttpMethod.Post, $"{answer}/messages"),
        ];

        foreach (var (method, path) in calls)
        {
            var found = await diego.CallAsync(method, path, method == HttpMethod.Get ? null : new { value = "yes", text = "Hello", kind = "law", title = "A", url = "https://a.example" }, "0");
            Assert.Equal((method, path, HttpStatusCode.NotFound), (method, path, found.StatusCode));
        }
    }

    [Fact]
    public async Task A_submitted_response_is_locked_but_for_remarks()
    {
        var team = await Team.OfAsync(_service, "locked", "MNE");
        await team.AttachAsync("Act");
        var evidence = Assert.Single(await team.EvidenceAsync()).Id;
        await team.SubmitAsync();
        var answer = team.Api("LEG-2.1");

        HttpResponseMessage[] refused =
        [
            await team.Lead.PutAsync(answer, new { value = "no" }, "late", "0"),
            await team.Lead.CallAsync(HttpMethod.Put, $"{answer}/suggestion", new { value = "no" }),
            await team.Lead.CallAsync(HttpMethod.Post, $"{answer}/evidence", new { kind = "law", title = "Late", url = "https://laws.example.org/3" }),
            await team.Lead.CallAsync(HttpMethod.Delete, $"/api/v1/responses/{team.Response}/evidence/{evidence}"),
        ];

        foreach (var late in refused)
        {
            Assert.Equal((HttpStatusCode.Locked, "already-submitted"), (late.StatusCode, (await JsonAsync(late)).GetProperty("code").GetString()));
        }

        Assert.Equal(HttpStatusCode.Created, (await team.Lead.CallAsync(HttpMethod.Post, $"{answer}/messages", new { text = "One more thing", toSecretariat = true })).StatusCode);
    }

    [Fact]
    public async Task A_file_comes_as_a_multipart_form_and_is_listed_with_its_fingerprint()
    {
        var team = await Team.OfAsync(_service, "multipart", "BIH");
        var path = $"{team.Api("LEG-2.1")}/evidence";

        var taken = await team.Lead.CallAsync(HttpMethod.Post, path, File("act.txt", "What the act says"));
        var refused = await team.Lead.CallAsync(HttpMethod.Post, path, File("act.exe", "MZ\u0090\0\u0003\0"));

        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        Assert.Equal("file-type", (await JsonAsync(refused)).GetProperty("code").GetString());
        var file = Assert.Single(JsonDocument.Parse(await team.Lead.TextAsync(path)).RootElement.GetProperty("items").EnumerateArray()).GetProperty("file");
        Assert.Equal(("act.txt", 17, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("What the act says"u8))), (file.GetProperty("name").GetString(), file.GetProperty("length").GetInt32(), file.GetProperty("sha256").GetString()));
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("kind=law", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("no form", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    [InlineData("law", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_evidence_at_all_is_told_so(string body, string type, HttpStatusCode status)
    {
        var team = await Team.OfAsync(_service, "nonsense", "UKR");
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var answer = await team.Lead.CallAsync(HttpMethod.Post, $"{team.Api("LEG-2.1")}/evidence", content);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task All_answers_have_a_tag_that_saves_reading_them_again()
    {
        var team = await Team.OfAsync(_service, "tag", "MDA");
        var list = $"/api/v1/responses/{team.Response}/answers?limit=200";
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "yes" }, "tag-1", "0");
        var first = await team.Lead.GetAsync(list);
        var tag = first.Headers.ETag!;

        var (same, changed) = (await AgainAsync(), await ChangedAsync());

        var states = (await JsonAsync(first)).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal("yes", states.First(state => state.GetProperty("question").GetString() == "LEG-2.1").GetProperty("value").GetString());
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));

        async Task<HttpResponseMessage> AgainAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, list);
            request.Headers.IfNoneMatch.Add(tag);
            return await team.Lead.SendAsync(request);
        }

        async Task<HttpResponseMessage> ChangedAsync()
        {
            await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "no" }, "tag-2", "1");
            return await AgainAsync();
        }
    }

    [Fact]
    public async Task Every_state_of_an_answer_is_told_the_newest_first()
    {
        var team = await Team.OfAsync(_service, "revisions", "GEO");
        await team.PrefillAsync("LEG-2.1", "partial");
        await team.Lead.PutAsync(team.Api("LEG-2.1"), new { value = "yes" }, "r-2", "1");

        var states = JsonDocument.Parse(await team.Lead.TextAsync($"{team.Api("LEG-2.1")}/revisions")).RootElement.GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal([(2, "yes", "country"), (1, "partial", "prefilled-unconfirmed")], states.Select(state => (state.GetProperty("revision").GetInt32(), state.GetProperty("value").GetString()!, state.GetProperty("source").GetString()!)));
    }

    [Fact]
    public async Task The_session_tells_whose_it_is_and_gives_a_token_that_works()
    {
        var team = await Team.OfAsync(_service, "whose", "ARM");

        var session = JsonDocument.Parse(await team.Lead.TextAsync("/api/v1/session")).RootElement;

        Assert.Equal((team.Person.Id, "Whose-lead"), (session.GetProperty("account").GetGuid(), session.GetProperty("name").GetString()));
        Assert.InRange(session.GetProperty("secondsLeft").GetInt32(), 60, 7200);
        var request = new HttpRequestMessage(HttpMethod.Put, team.Api("LEG-2.1")) { Content = new StringContent("""{"value":"yes"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Anti-Forgery", session.GetProperty("token").GetString());
        request.Headers.Add("Idempotency-Key", "session-1");
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        Assert.Equal(HttpStatusCode.OK, (await team.Lead.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.Anonymous().GetAsync("/api/v1/session")).StatusCode);
    }

    private static MultipartFormDataContent File(string name, string content) => new()
    {
        { new StringContent("law"), "kind" },
        { new StringContent($"The file {name}"), "title" },
        { new ByteArrayContent(Encoding.Latin1.GetBytes(content)), "file", name },
    };

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
}

public sealed class AnswerApiOnSqliteTests(ServiceOnSqlite service) : AnswerApiTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class AnswerApiOnPostgreSqlTests(ServiceOnPostgreSql service) : AnswerApiTests(service), IClassFixture<ServiceOnPostgreSql>;
