using System.Net.Http.Json;
using Gci.Data.Accounts;
using Gci.Web.Tests.Api;

namespace Gci.Web.Tests.Running;

/// <summary>Programs run an edition as people do, within their scopes.</summary>
public abstract class RunApiTests
{
    private const string Path = "/api/v1/editions/2024/run";

    private readonly Service _service;

    protected RunApiTests(Service service)
    {
        _service = service;
        service.Require();
    }

    [Fact]
    public async Task A_program_runs_an_edition_and_others_do_not()
    {
        var analyst = await _service.ProgramOfAsync("anders", Scopes.ReadEditions, Scopes.RunEditions);
        var reader = await _service.ProgramOfAsync("rosa", Scopes.ReadEditions, Scopes.RunEditions);
        var country = await _service.ProgramOfAsync("amina", Scopes.ReadEditions, Scopes.RunEditions);

        Assert.Equal("not-run", await Caller.ProblemAsync(await analyst.GetAsync(Path)));
        Assert.Equal("run-not-yours", await Caller.ProblemAsync(await SendAsync(reader, HttpMethod.Post, Path)));
        Assert.Equal("not-found", await Caller.ProblemAsync(await SendAsync(country, HttpMethod.Post, Path)));
        Assert.Equal(201, (int)(await SendAsync(analyst, HttpMethod.Post, Path)).StatusCode);
        Assert.Equal("run-exists", await Caller.ProblemAsync(await SendAsync(analyst, HttpMethod.Post, Path)));
        Assert.Equal("scope-missing", await Caller.ProblemAsync(await SendAsync(await _service.ProgramOfAsync("anders", Scopes.ReadEditions), HttpMethod.Post, Path)));

        var run = await reader.JsonAsync(Path);
        Assert.Equal(("draft", "open"), (run.GetProperty("state").GetString(), run.GetProperty("steps")[0].GetString()));
        Assert.Equal(200, (int)(await StepAsync(analyst, "open")).StatusCode);
        Assert.Equal(200, (int)(await StepAsync(analyst, "close-answering", seen: 2)).StatusCode);
        Assert.Equal("run-needs-two", await Caller.ProblemAsync(await StepAsync(analyst, "freeze")));
        Assert.Equal(200, (int)(await StepAsync(analyst, "reopen")).StatusCode);
        Assert.Equal("run-not-now", await Caller.ProblemAsync(await StepAsync(analyst, "archive")));
        Assert.Equal("run-changed-meanwhile", await Caller.ProblemAsync(await StepAsync(analyst, "close-answering", seen: 1)));
        Assert.Equal("run-nobody-to-remind", await Caller.ProblemAsync(await SendAsync(analyst, HttpMethod.Post, $"{Path}/reminders"))); // answering has no end

        var history = (await reader.JsonAsync($"{Path}/history")).GetProperty("items");
        Assert.Equal(["run.moved", "run.moved", "run.moved", "run.begun"], history.EnumerateArray().Select(entry => entry.GetProperty("action").GetString()!));
    }

    private static Task<HttpResponseMessage> StepAsync(Caller caller, string step, int? seen = null) => SendAsync(caller, HttpMethod.Post, $"{Path}/steps", new { step }, seen);

    private static Task<HttpResponseMessage> SendAsync(Caller caller, HttpMethod method, string path, object? body = null, int? seen = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (seen is { } length)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{length}\"");
        }

        return caller.SendAsync(request);
    }
}

public sealed class RunApiOnSqliteTests(ServiceOnSqlite service) : RunApiTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class RunApiOnPostgreSqlTests(ServiceOnPostgreSql service) : RunApiTests(service), IClassFixture<ServiceOnPostgreSql>;
