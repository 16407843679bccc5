using System.Net;
using System.Text.Json.Nodes;
using Gci.Data.Accounts;
using Gci.Testing;
using Gci.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gci.Web.Tests.Api;

/// <summary>The OpenAPI document says everything, and says it in the right form.</summary>
public sealed class DescriptionTests(ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    private async Task<string> TextAsync() => await service.Anonymous().TextAsync("/openapi/v1.json");

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await TextAsync())!;

    [Fact]
    public async Task The_document_is_the_one_that_was_last_looked_at() => Golden.Matches(await TextAsync() + "\n", "openapi.json", Repository.At("tests", "Gci.Web.Tests", "DescriptionTests.cs"));

    [Fact]
    public async Task The_document_is_the_same_each_time() => Assert.Equal(await TextAsync(), await TextAsync());

    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_1()
    {
        var read = OpenApiDocument.Parse(await TextAsync(), "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_who_may_call_it_and_what_it_refuses()
    {
        var document = await DocumentAsync();
        var tags = document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToHashSet();
        foreach (var (path, method, operation) in Operations(document))
        {
            var place = $"{method} {path}";
            Assert.Matches("^[a-z]+([A-Z][a-z]+)+$", (string)operation["operationId"]!);
            Assert.True(((string?)operation["summary"])?.Length > 5, place);
            Assert.Contains((string)operation["tags"]![0]!, tags);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.True(((string?)parameter!["description"])?.Length > 5, $"{place}: {parameter["name"]}"));
            var answers = operation["responses"]!.AsObject().Select(answer => answer.Key).ToHashSet();
            Assert.Contains(answers, answer => answer[0] == '2');
            Assert.Superset(new HashSet<string> { "429", "500" }, answers);
            if (operation["security"] is { } security)
            {
                Assert.Contains("401", answers);
                Assert.Contains("403", answers);
                Assert.All(security[0]!["bearer"]!.AsArray(), scope => Assert.Contains((string)scope!, Scopes.All));
                Assert.Equal(method != "get", security[1]!.AsObject().ContainsKey("antiForgery"));
            }

            if (path.Contains('{', StringComparison.Ordinal))
            {
                Assert.Contains("404", answers);
            }
        }

        Assert.Equal(tags.Order(StringComparer.Ordinal), Operations(document).Select(found => (string)found.Operation["tags"]![0]!).Distinct().Order(StringComparer.Ordinal));
        var ids = Operations(document).Select(found => (string)found.Operation["operationId"]!).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public async Task Every_schema_and_every_property_says_what_it_is()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();

        Assert.Empty(schemas.Where(schema => !SaysSomething(schema.Value!)).Select(schema => schema.Key));
        Assert.Empty(schemas.SelectMany(schema => (schema.Value!["properties"]?.AsObject() ?? []).Where(property => !SaysSomething(property.Value!)).Select(property => $"{schema.Key}.{property.Key}")));
    }

    [Fact]
    public async Task Every_route_of_the_API_is_described_and_names_its_scope()
    {
        var described = Operations(await DocumentAsync()).Select(found => $"{found.Method.ToUpperInvariant()} {found.Path}").Order(StringComparer.Ordinal);
        var routes = await service.PartsAsync(parts => Task.FromResult(parts.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList()));

        Assert.All(routes, route => Assert.True(route.Metadata.GetMetadata<NeedsScope>() is not null || route.Metadata.GetMetadata<IAllowAnonymous>() is not null, route.DisplayName));
        Assert.Equal(
            routes.Select(route => $"{route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]} /{route.RoutePattern.RawText!.Trim('/').Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal),
            described);
    }

    [Fact]
    public async Task The_plain_page_lists_every_operation()
    {
        var page = await service.Anonymous().TextAsync("/docs/api/operations");

        Assert.All(Operations(await DocumentAsync()), found => Assert.Contains($"id=\"{found.Operation["operationId"]}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_interactive_page_loads_nothing_from_elsewhere()
    {
        var answer = await service.Anonymous().GetAsync("/docs/api/");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotMatch("(src|href)=\"?(https?:)?//", page);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Matches("script-src 'nonce-[A-Za-z0-9+/=]{24}';", policy);
        Assert.DoesNotContain("unsafe-inline", Assert.Single((await service.Anonymous().GetAsync("/problems")).Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static bool SaysSomething(JsonNode described) => ((string?)described["description"])?.Length > 5;

    internal static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => (path.Key, method.Key, method.Value!)));
}
