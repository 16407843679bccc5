using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Drafting;

internal static class DraftingSetup
{
    /// <summary>Making editions.</summary>
    internal static IServiceCollection AddDrafting(this IServiceCollection services) => services.AddScoped<DraftDesk>().AddHostedService<DraftWatch>();

    internal static void MapDrafting(this IEndpointRouteBuilder routes) => routes.MapDraftDownloads();
}
