using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Files;

/// <summary>Evidence files as this service keeps them.</summary>
internal static class FileSetup
{
    internal static void AddFiles(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<IFileStore>(new DiskStore(options.FilesFolder));
        services.AddScoped<FileIntake>();
    }
}
