using System.Security.Claims;
using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gci.Web.Accounts;

/// <summary>ASP.NET Core Identity as this service uses it.</summary>
internal static class SignInSetup
{
    internal const int ShortestPassword = 12;
    internal const string SessionCookie = "__Host-gci";

    internal static void AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password = new() { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
                identity.Lockout = new() { MaxFailedAccessAttempts = 10, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
                identity.Stores.ProtectPersonalData = false;
            })
            .AddEntityFrameworkStores<GciDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddTokens()
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = SessionCookie;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.LoginPath = "/account/sign-in";
                cookie.ReturnUrlParameter = "returnTo";
                cookie.ExpireTimeSpan = TimeSpan.FromHours(2);
                cookie.SlidingExpiration = true;
                cookie.Events = new CookieAuthenticationEvents { OnValidatePrincipal = StillValidAsync, OnRedirectToLogin = SignInOr401, OnRedirectToAccessDenied = NotFound };
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => (cookie.Cookie.Name, cookie.Cookie.SecurePolicy) = ("__Host-gci-code", CookieSecurePolicy.Always))
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, cookie => (cookie.Cookie.Name, cookie.Cookie.SecurePolicy) = ("__Host-gci-device", CookieSecurePolicy.Always))
            .AddCookie(IdentityConstants.ExternalScheme, cookie => (cookie.Cookie.Name, cookie.Cookie.SecurePolicy) = ("__Host-gci-external", CookieSecurePolicy.Always));
        services.AddAuthorization();
    }

    internal static IHealthChecksBuilder AddDbContextCheckOfOurs(this IHealthChecksBuilder builder) => builder.AddCheck<DatabaseAnswers>("database");

    // The account is read anew for every request: a closed account, a new password or another role counts at once.
    private static async Task StillValidAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var account = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await http.RequestServices.GetRequiredService<GciDb>().Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == id, http.RequestAborted)
            : null;
        if (account is null || account.ClosedAt is not null || context.Principal!.FindFirstValue("AspNet.Identity.SecurityStamp") != account.SecurityStamp)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        http.RequestServices.GetRequiredService<Visitor>().SignedIn(account);
    }

    private static Task SignInOr401(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static Task NotFound(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private sealed class DatabaseAnswers(GciDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
