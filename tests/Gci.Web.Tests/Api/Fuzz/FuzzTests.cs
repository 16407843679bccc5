using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Gci.Data.Accounts;
using Gci.Testing.Databases;
using Gci.Web.Tests.Rights;

namespace Gci.Web.Tests.Api.Fuzz;

/// <summary>
/// Requests made from the API's own description, fitting and not: the service never fails, and whatever it answers stands in the
/// description. GCI_FUZZ=N tries N requests a database.
/// </summary>
public abstract class FuzzTests(StagedService staged)
{
    private readonly StagedService _staged = staged.Require();

    private static int Tries => int.TryParse(Environment.GetEnvironmentVariable("GCI_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var tries) ? tries : 1500;

    [Fact]
    public async Task Whatever_is_sent_is_answered_as_the_description_says()
    {
        var document = JsonNode.Parse(await _staged.Service.Anonymous().TextAsync("/openapi/v1.json"))!;
        List<Caller> callers = [_staged.Service.Program()];
        foreach (var name in (string[])["amina", "barasa", "sefu", "rosa", "adam"])
        {
            callers.Add(await _staged.Service.ProgramOfAsync(name, [.. Scopes.All]));
        }

        var values = new ValueGen(document);
        new RequestGen(document, Known(), callers.Count).All().Sample(
            request => Assert.Equal("", TryAsync(request, callers[request.Caller], document, values).GetAwaiter().GetResult()), iter: Tries, threads: 4, print: request => request.ToString());
    }

    /// <summary>What stands for the parts of addresses: things of the own country and of another, open and submitted.</summary>
    private Dictionary<string, string[]> Known()
    {
        var known = _staged.Stage.Parts.Values.SelectMany(parts => parts).GroupBy(part => part.Key).ToDictionary(parts => parts.Key, parts => parts.Select(part => part.Value).Distinct().ToArray());
        known["question"] = ["LEG-1.1.1", "LEG-1.1.2", "LEG-2.1", "TEC-1.1"];
        known["edition"] = ["2024", "2026"];
        known["language"] = ["ar", "en", "zh"];
        known["revision"] = ["1", "2"];
        return known;
    }

    // What is wrong with the answer; empty where nothing is.
    private static async Task<string> TryAsync(FuzzedRequest request, Caller caller, JsonNode document, ValueGen values)
    {
        using var message = new HttpRequestMessage(new(request.Method.ToUpperInvariant()), request.Address) { Content = Content(request) };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await caller.SendAsync(message);
        var status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return $"{request} is answered {status}";
        }

        var described = values.Resolved(document["paths"]![request.Path]![request.Method]!["responses"]![status.ToString(CultureInfo.InvariantCulture)]);
        if (described is null)
        {
            return $"{request} is answered {status}, of which the description says nothing: {await answer.Content.ReadAsStringAsync()}";
        }

        if (status < 400)
        {
            return "";
        }

        var code = await Caller.ProblemAsync(answer);
        return described["content"]!["application/problem+json"]!["examples"]!.AsObject().ContainsKey(code) ? "" : $"{request} is answered {code}, of which the description says nothing";
    }

    private static HttpContent? Content(FuzzedRequest request) => request.Type switch
    {
        null => null,
        "multipart/form-data" => new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body)), request.Body.Length % 2 == 0 ? "workbook" : "file", "name.xlsx" } },
        _ => new StringContent(request.Body, Encoding.UTF8, new MediaTypeHeaderValue(request.Type)),
    };
}

public sealed class EagerOnSqlite : ServiceOnSqlite
{
    protected override ServiceOptions Configured(ServiceOptions options) => options with { ApiRequests = 1_000_000 };
}

public sealed class EagerOnPostgreSql : ServiceOnPostgreSql
{
    protected override ServiceOptions Configured(ServiceOptions options) => options with { ApiRequests = 1_000_000 };
}

public sealed class FuzzedOnSqlite() : StagedService(new EagerOnSqlite(), isThere: true);

public sealed class FuzzedOnPostgreSql() : StagedService(new EagerOnPostgreSql(), PostgreSqlTestDatabase.IsInstalled);

public sealed class FuzzOnSqliteTests(FuzzedOnSqlite staged) : FuzzTests(staged), IClassFixture<FuzzedOnSqlite>;

public sealed class FuzzOnPostgreSqlTests(FuzzedOnPostgreSql staged) : FuzzTests(staged), IClassFixture<FuzzedOnPostgreSql>;
