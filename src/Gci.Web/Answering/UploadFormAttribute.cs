using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Answering;

/// <summary>Reads the form of a page by <see cref="UploadForm"/> before anything else of the framework does.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadFormAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            await UploadForm.ReadAsync(http, http.RequestServices.GetRequiredService<ServiceOptions>().LargestFile, http.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            context.Result = new StatusCodeResult((e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }
}
