using Gci.Data.Accounts;
using Gci.Web.Api;
using Gci.Web.Tests.Api;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Rights;

/// <summary>A token with the scope of a route is answered as the person is; without it, 403 whatever there is to find.</summary>
public abstract class ScopeTests(StagedService staged)
{
    private readonly StagedService _staged = staged.Require();

    [Fact]
    public async Task Each_route_of_the_API_takes_a_token_with_its_scope_and_no_other()
    {
        var scopes = await _staged.Service.PartsAsync(parts => Task.FromResult(parts.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<NeedsScope>()?.Scope is not null)
            .ToDictionary(route => $"{route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]} /{route.RoutePattern.RawText!.Trim('/')}", route => route.Metadata.GetMetadata<NeedsScope>()!.Scope!)));
        var parts = _staged.Stage.Parts[(true, true)];
        foreach (var (name, scope) in scopes)
        {
            var row = RightsTable.Rows.Single(row => row.Name == name);
            var fitting = await _staged.Service.ProgramOfAsync("amina", scope);
            var lacking = await _staged.Service.ProgramOfAsync("amina", [.. Scopes.All.Where(other => other != scope)]);

            Assert.Equal((name, row.Open[1]), (name, Trial.Letter(await fitting.SendAsync(Trial.Request(row, parts, null)))));
            var refused = await lacking.SendAsync(Trial.Request(row, parts, null));
            Assert.Equal((name, "scope-missing"), (name, await Caller.ProblemAsync(refused)));
        }
    }
}

public sealed class ScopesOnSqliteTests(StagedOnSqlite staged) : ScopeTests(staged), IClassFixture<StagedOnSqlite>;

public sealed class ScopesOnPostgreSqlTests(StagedOnPostgreSql staged) : ScopeTests(staged), IClassFixture<StagedOnPostgreSql>;
