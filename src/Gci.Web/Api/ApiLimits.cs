using System.Threading.RateLimiting;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Api;

/// <summary>So many requests a minute by one token, and by one address that brings none that is valid. Sessions are not counted: people type.</summary>
internal static class ApiLimits
{
    internal const string Policy = "api";

    internal static IServiceCollection AddApiLimits(this IServiceCollection services, int requests) => services.Configure<RateLimiterOptions>(limits =>
        limits.AddPolicy(Policy, http => Counted(http) is { } key
            ? RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(requests))
            : RateLimitPartition.GetNoLimiter("session")));

    private static string? Counted(HttpContext http) =>
        http.User.FindFirst(TokenSignIn.IdClaim)?.Value
        ?? (http.User.Identity?.IsAuthenticated == true ? null : http.Connection.RemoteIpAddress?.ToString() ?? "unknown");

    private static TokenBucketRateLimiterOptions Bucket(int requests) => new()
    {
        TokenLimit = requests,
        TokensPerPeriod = Math.Max(1, requests / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };
}
