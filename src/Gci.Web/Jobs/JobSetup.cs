using Gci.Web.Links;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Gci.Web.Jobs;

/// <summary>When which work is done. The schedule lies in memory: all of it comes round again, so there is nothing to remember over a restart.</summary>
internal static class JobSetup
{
    internal static void AddJobs(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<Turn>().AddSingleton<WorkLog>().AddSingleton<LinkProbe>();
        if (!options.RunJobs)
        {
            return;
        }

        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UseDefaultThreadPool(4);
            Every<SealWork>(quartz, TimeSpan.FromHours(1));
            Every<MailWork>(quartz, TimeSpan.FromSeconds(10));
            Every<CleaningWork>(quartz, TimeSpan.FromHours(6));
            if (!options.IsDemonstration)
            {
                Every<RunWork>(quartz, TimeSpan.FromMinutes(1)); // a demonstration tells the same story whenever it is looked at
            }

            if (options.ClamAv is not null)
            {
                Every<ScanWork>(quartz, TimeSpan.FromMinutes(1));
            }

            if (options.CheckLinks)
            {
                Every<LinkWork>(quartz, TimeSpan.FromMinutes(5));
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Every<T>(IQuartzBuilder quartz, TimeSpan interval)
        where T : Work =>
        quartz.ScheduleJob<T>(trigger => trigger.WithIdentity(typeof(T).Name).StartNow().WithSimpleSchedule(interval));
}
