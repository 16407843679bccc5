using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Moving;

internal static class MovingSetup
{
    /// <summary>Moving editions between services.</summary>
    internal static IServiceCollection AddMoving(this IServiceCollection services) => services.AddScoped<EditionExport>().AddScoped<EditionImport>();
}
