using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Answering;

/// <summary>How long a browser's session goes on.</summary>
public static class SessionLength
{
    /// <summary>Two whole numbers of seconds with a comma between: what is left of the session as it stands, and how long it is when it is renewed.</summary>
    public static async Task<string> OfAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var (left, whole) = await LeftAsync(http);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalSeconds},{(int)whole.TotalSeconds}");
    }

    /// <summary>The request itself renews a session of which less than half is left. Nothing for what has no end, such as a program's token.</summary>
    public static async Task<(TimeSpan Left, TimeSpan Whole)> LeftAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync()).Properties is not { IssuedUtc: { } from, ExpiresUtc: { } until })
        {
            return default;
        }

        var (left, whole) = (until - http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), until - from);
        return (left < whole / 2 ? whole : left, whole);
    }
}
