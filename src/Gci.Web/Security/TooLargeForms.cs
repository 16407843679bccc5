using Gci.Web.Answering;
using Gci.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Gci.Web.Security;

/// <summary>
/// A form that is larger than its page takes is read to its end and thrown away, so that the browser hears why it was refused. A server that
/// answers and hangs up earlier leaves people with a broken connection on the screen.
/// </summary>
internal static class TooLargeForms
{
    private const long Patience = 256_000_000;

    internal static IApplicationBuilder UseTooLargeForms(this IApplicationBuilder app, ServiceOptions options) => app.Use(async (http, next) =>
    {
        if (http.IsApi() || http.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } most } size
            || !(http.Request.ContentLength > (http.GetEndpoint()?.Metadata.GetMetadata<UploadFormAttribute>() is null ? most : UploadForm.Largest(options.LargestFile))))
        {
            await next(http);
            return;
        }

        if (http.Request.ContentLength <= Patience)
        {
            size.MaxRequestBodySize = Patience;
            await http.Request.Body.DrainAsync(http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });
}
