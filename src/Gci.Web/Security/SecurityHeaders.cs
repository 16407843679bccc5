using System.Security.Cryptography;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Security;

/// <summary>The headers of every answer: nothing but our own style and script runs, nobody frames us, nothing is sniffed or kept by proxies.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string NonceKey = "gci.nonce";

    /// <summary>The value without which a browser takes no script and no style of the page.</summary>
    internal static string NonceOf(HttpContext http) => (string)http.Items[NonceKey]!;

    public Task InvokeAsync(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceKey] = nonce;
        Put(http, nonce);
        http.Response.OnStarting(() =>
        {
            // An error empties the answer, its headers too.
            if (http.Response.Headers.ContentSecurityPolicy.Count == 0)
            {
                Put(http, nonce);
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Put(HttpContext http, string nonce)
    {
        var headers = http.Response.Headers;
        var style = http.Request.Path.StartsWithSegments(InteractivePage.Address, StringComparison.Ordinal) ? InteractivePage.StyleSources : $"'self' 'nonce-{nonce}'";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src {style}; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }
}
