using Gci.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Api;

/// <summary>
/// The group that every resource hangs below. Who is not signed in, by session or by token, is answered 401; changes of a session carry its
/// anti-forgery token, those of a token need none; whatever goes wrong is problem+json.
/// </summary>
internal static class ApiGroup
{
    internal const string Prefix = "/api/v1";

    internal static bool IsApi(this HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    internal static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes) => routes.MapGroup(Prefix)
        .RequireAuthorization()
        .RequireRateLimiting(ApiLimits.Policy)
        .DisableAntiforgery() // the filter does it, and knows of tokens
        .AddEndpointFilter(NotForgedAsync);

    /// <summary>Says what a route does and which scope a token needs for it; a test fails for a route that does not say.</summary>
    /// <param name="id">The name of the operation in the API's description; never changed once published.</param>
    /// <param name="scope">One of <see cref="Gci.Data.Accounts.Scopes"/>; null where any token will do.</param>
    internal static RouteHandlerBuilder Operation(this RouteHandlerBuilder route, string id, string? scope, string summary) =>
        route.WithName(id).WithSummary(summary).WithMetadata(new NeedsScope(scope));

    /// <summary>The same for a route that answers without sign-in.</summary>
    internal static RouteHandlerBuilder PublicOperation(this RouteHandlerBuilder route, string id, string summary) =>
        route.WithName(id).WithSummary(summary).AllowAnonymous();

    private static async ValueTask<object?> NotForgedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.User.IsToken()
            || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
                ? await next(context)
                : ProblemAnswers.Refused(http.RequestServices.GetRequiredService<Visitor>().Texts, new("anti-forgery"));
    }
}
