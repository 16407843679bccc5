using Gci.Data;
using Gci.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Accounts;

/// <summary>Where a second factor is required of staff and experts: whoever has none is led to its set-up before anything else.</summary>
internal sealed class SecondFactorGate(RequestDelegate next, ServiceOptions options)
{
    private static readonly PathString[] s_open = ["/account/second-factor", "/account/sign-out", "/account/language", "/assets", "/health", "/problem"];

    public Task InvokeAsync(HttpContext http, Visitor visitor)
    {
        if (!options.RequireSecondFactor || !visitor.LacksSecondFactor || s_open.Any(open => http.Request.Path.StartsWithSegments(open, StringComparison.Ordinal)))
        {
            return next(http);
        }

        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return ProblemAnswers.Refused(visitor.Texts, new Refusal("second-factor-missing")).ExecuteAsync(http);
        }

        http.Response.Redirect("/account/second-factor");
        return Task.CompletedTask;
    }
}
