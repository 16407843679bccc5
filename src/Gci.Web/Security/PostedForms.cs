using Gci.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Security;

internal static class PostedForms
{
    /// <summary>Pages take forms and nothing else; whatever else is posted to them is answered 415.</summary>
    internal static IApplicationBuilder UsePostedForms(this IApplicationBuilder pages) => pages.Use((http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && !http.IsApi() && !http.Request.HasFormContentType && http.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(http);
    });
}
