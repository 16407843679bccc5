using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Running;

internal static class RunningSetup
{
    /// <summary>How editions are run.</summary>
    internal static IServiceCollection AddRunning(this IServiceCollection services) => services.AddScoped<RunMails>().AddScoped<Deadlines>().AddScoped<RunChanges>();
}
