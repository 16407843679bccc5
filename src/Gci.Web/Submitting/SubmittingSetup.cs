using Gci.Editions;
using Gci.Reports.Writing;
using Gci.Web.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Submitting;

/// <summary>Certification, receipts and everything that is drawn as a PDF.</summary>
internal static class SubmittingSetup
{
    internal static void AddSubmitting(this IServiceCollection services, ServiceOptions options) => services
        .AddSingleton<Sealer>().AddScoped<Submission>()
        .AddSingleton<IReportWriter>(options.Typst is { } folder ? new TypstReportWriter(folder) : new TypstReportWriter()).AddSingleton<Press>().AddScoped<Papers>();

    /// <summary>Adds what is wrong with the options to the problems, before anything is started.</summary>
    internal static void Check(ServiceOptions options, Problems problems)
    {
        if (options.PdfsAtOnce is < 1 or > 64)
        {
            problems.Add("gci serve", "--pdfs-at-once", "1 to 64 PDFs may be drawn at the same time.");
        }
    }

    internal static void MapSubmitting(this IEndpointRouteBuilder routes)
    {
        routes.MapPapers();
    }
}
