using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.PostgreSql;
using Gci.Data.Sqlite;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api;
using Gci.Web.Consulting;
using Gci.Web.Drafting;
using Gci.Web.Files;
using Gci.Web.Freezing;
using Gci.Web.Jobs;
using Gci.Web.Mail;
using Gci.Web.Moving;
using Gci.Web.Offline;
using Gci.Web.People;
using Gci.Web.Reviewing;
using Gci.Web.Running;
using Gci.Web.Security;
using Gci.Web.Submitting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gci.Web;

/// <summary>Puts the service together: the same for <c>gci serve</c> and for every test.</summary>
public static class ServiceHost
{
    /// <summary>A service with a migrated database, not yet started; null with the reasons among the problems.</summary>
    public static async Task<WebApplication?> BuildAsync(ServiceOptions options, Problems problems, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (EditionShelf.Read(options.Editions, options.Sentences, problems) is not { } shelf)
        {
            return null;
        }

        await FileSetup.CheckAsync(options, problems, cancel);
        SubmittingSetup.Check(options, problems);
        if (problems.Any)
        {
            return null;
        }

        DataFolder.Prepare(options.Data);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(ServiceHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, 4 << 20));
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical) // what it throws is logged where it ends
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical) // that it cannot start is thrown too
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        if (options.Log is { } log)
        {
            builder.Logging.AddProvider(log).Services.Configure<LoggerFilterOptions>(filter => filter.Rules.Add(new(log.GetType().FullName, null, LogLevel.Debug, null)));
        }

        Add(builder.Services, options, shelf);
        var app = builder.Build();
        Use(app);
        await DatabasePreparation.PrepareAsync(app.Services, options, cancel);
        await DraftWatch.LookAsync(app.Services, cancel);
        return app;
    }

    private static void Add(IServiceCollection services, ServiceOptions options, EditionShelf shelf)
    {
        services.AddSingleton(options).AddSingleton(shelf).AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(options.Clock);
        services.AddSingleton(Assets.Load(shelf));
        services.AddDbContextPool<GciDb>(builder =>
        {
            if (options.PostgreSql is { } connection)
            {
                builder.UseGciPostgreSql(connection);
            }
            else
            {
                builder.UseGciSqlite(options.SqliteFile);
            }
        });
        services.AddKeys(options);
        services.AddHttpContextAccessor().AddScoped<Visitor>().AddScoped<Letters>().AddScoped<MailDelivery>();
        services.AddFiles(options);
        services.AddScoped<SectionActions>().AddScoped<SectionForm>();
        services.AddJobs(options);
        services.AddPeople();
        services.AddRunning();
        services.AddDrafting();
        services.AddMoving();
        services.AddSignIn(options);
        services.AddSubmitting(options);
        services.AddReviewing();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-Anti-Forgery";
            antiforgery.Cookie.Name = "__Host-gci-form";

            // Always would refuse http://localhost; the cookie policy below makes it secure all the same.
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });
        services.AddRazorPages(pages =>
            {
                pages.Conventions.AuthorizeFolder("/");
                pages.Conventions.AddAccounts();
                pages.Conventions.AllowAnonymousToPage("/Index");
                pages.Conventions.AllowAnonymousToPage("/Problem");
                pages.Conventions.AllowAnonymousToPage("/Responses/Section"); // asks for sign-in itself, and keeps what was typed
                pages.Conventions.AllowAnonymousToFolder("/Problems");
                pages.Conventions.AllowAnonymousToFolder("/Docs");
            })
            .AddApplicationPart(typeof(ServiceHost).Assembly);
        services.AddProblemDetails();
        services.AddSignInLimits(options.SignInAttempts).AddApi(options);
        services.AddHealthChecks().AddDbContextCheckOfOurs();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<PageBrotli>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseMiddleware<SecurityHeaders>();
        FilesHost.Use(app);
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        app.UseWhen(http => http.IsApi(), api => api.UseApiProblems());
        app.UseWhen(
            http => !http.IsApi(),
            pages => pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem", StatusCodeSelector = ApiProblems.StatusOf }).UseStatusCodePagesWithReExecute("/problem", "?status={0}"));
        app.UsePostedForms();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseTooLargeForms(app.Services.GetRequiredService<ServiceOptions>());
        app.UseAuthentication();
        app.UseRateLimiter(); // knows by then whose token it counts
        app.UseAuthorization();
        app.UseMiddleware<SecondFactorGate>();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapAssets();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapCopyDownloads();
        app.MapApiRoutes();
        app.MapFiles();
        app.MapSubmitting();
        app.MapSnapshotFiles();
        app.MapRunning();
        app.MapDrafting();
        app.MapConsultationDownload();
        app.MapProvider();
    }
}
