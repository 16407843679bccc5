using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Rights;

/// <summary>All that the service answers: routes with their methods, pages with their handlers.</summary>
internal static class Endpoints
{
    internal static Task<IReadOnlyList<string>> NamesAsync(Service service) => service.PartsAsync(async parts =>
    {
        var names = new List<string>();
        foreach (var route in parts.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = (route.RoutePattern.RawText ?? "").Trim('/');
            names.AddRange(route.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? await HandlersAsync(page, pattern, parts)
                : (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(method => method != HttpMethods.Head).Select(method => $"{method} /{pattern}"));
        }

        return (IReadOnlyList<string>)[.. names.Distinct().Order(StringComparer.Ordinal)];
    });

    // A page that handles no GET is shown all the same.
    private static async Task<IEnumerable<string>> HandlersAsync(PageActionDescriptor page, string pattern, IServiceProvider parts)
    {
        var compiled = await parts.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        return compiled.HandlerMethods
            .Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} /{pattern}{(string.IsNullOrEmpty(handler.Name) ? "" : $"?handler={handler.Name}")}")
            .Append($"GET /{pattern}").Distinct();
    }
}
