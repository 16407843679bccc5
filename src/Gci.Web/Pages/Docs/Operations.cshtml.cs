using Gci.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Pages.Docs;

/// <summary>What programs can do, as a plain page: the same routes that the OpenAPI document describes.</summary>
public sealed class OperationsModel(EndpointDataSource routes) : PageModel
{
    public sealed record Operation(string Tag, string Id, string Method, string Path, string Summary, string? Scope, bool IsPublic);

    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    public void OnGet() => Operations =
    [
        .. routes.Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText?.StartsWith(ApiGroup.Prefix, StringComparison.Ordinal) == true)
            .Select(Of).OrderBy(operation => operation.Tag, StringComparer.Ordinal).ThenBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal),
    ];

    private static Operation Of(RouteEndpoint route) => new(
        route.Metadata.GetMetadata<ITagsMetadata>()?.Tags[0] ?? "",
        route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "",
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "",
        route.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).TrimEnd('/'),
        route.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "",
        route.Metadata.GetMetadata<NeedsScope>()?.Scope,
        route.Metadata.GetMetadata<IAllowAnonymous>() is not null);
}
