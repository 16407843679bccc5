using System.Globalization;
using System.Security.Claims;
using Gci.Data;
using Gci.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Accounts;

/// <summary>The cookies of sign-in. A session ends after two idle hours, and after twelve whatever happens: long forms fit, forgotten browsers do not.</summary>
internal static class Sessions
{
    internal const string SessionCookie = "__Host-gci";
    private const string Began = "gci.began";
    private static readonly TimeSpan s_idle = TimeSpan.FromHours(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(12);

    // Between the password and the code, or between the provider and us.
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(10);

    internal static AuthenticationBuilder AddSessions(this IServiceCollection services) => services.AddAuthentication(IdentityConstants.ApplicationScheme)
        .AddTokens()
        .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            Protect(cookie, SessionCookie, s_idle);
            cookie.LoginPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "returnTo";
            cookie.SlidingExpiration = true;
            cookie.Events = new CookieAuthenticationEvents { OnSigningIn = NoteBeginning, OnValidatePrincipal = StillValidAsync, OnRedirectToLogin = SignInOr401, OnRedirectToAccessDenied = NotFound };
        })
        .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => Protect(cookie, "__Host-gci-code", s_step))
        .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, cookie => Protect(cookie, "__Host-gci-device", s_step))
        .AddCookie(IdentityConstants.ExternalScheme, cookie => Protect(cookie, "__Host-gci-external", s_step));

    private static void Protect(CookieAuthenticationOptions cookie, string name, TimeSpan validFor)
    {
        (cookie.Cookie.Name, cookie.Cookie.SecurePolicy, cookie.Cookie.SameSite) = (name, CookieSecurePolicy.Always, SameSiteMode.Lax);
        cookie.ExpireTimeSpan = validFor;
    }

    // A session that is renewed keeps the time when it began.
    private static Task NoteBeginning(CookieSigningInContext context)
    {
        if (context.Properties.GetString(Began) is null)
        {
            context.Properties.SetString(Began, context.Options.TimeProvider!.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        return Task.CompletedTask;
    }

    // The account is read anew for every request: a closed account, a new password or another role counts at once.
    private static async Task StillValidAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var account = !IsTooOld(context) && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
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

    private static bool IsTooOld(CookieValidatePrincipalContext context) =>
        !long.TryParse(context.Properties.GetString(Began), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        || context.Options.TimeProvider!.GetUtcNow() >= DateTimeOffset.FromUnixTimeSeconds(began) + s_longest;

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
}
