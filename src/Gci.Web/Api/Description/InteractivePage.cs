using Gci.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Gci.Web.Api.Description;

/// <summary><c>/docs/api</c>: the API to read and to try. Everything that the page loads comes from this service; nothing is told to anybody.</summary>
internal static class InteractivePage
{
    internal const string Address = "/docs/api";

    /// <summary>The page writes its own style elements, which carry no nonce; no other page may.</summary>
    internal const string StyleSources = "'self' 'unsafe-inline'";

    internal static void MapInteractivePage(this IEndpointRouteBuilder routes) => routes.MapScalarApiReference(Address, (page, http) =>
    {
        page.Title = "API - GciEngine";
        page.OpenApiRoutePattern = "/openapi/{documentName}.json";
        page.Nonce = SecurityHeaders.NonceOf(http);
        page.DefaultFonts = false;
        page.Telemetry = false;
        page.HideClientButton = true;
        page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        page.Agent = new() { Disabled = true };
        page.Mcp = new() { Disabled = true };
        page.HeaderContent = "<noscript><p><a href=\"/docs/api/operations\">The list of operations, without script</a></p></noscript>";
        page.DefaultHttpClient = new(ScalarTarget.Shell, ScalarClient.Curl);
    }).AllowAnonymous();
}
