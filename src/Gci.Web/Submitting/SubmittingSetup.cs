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

    internal static void MapSubmitting(this IEndpointRouteBuilder routes)
    {
        routes.MapPapers();
    }
}
