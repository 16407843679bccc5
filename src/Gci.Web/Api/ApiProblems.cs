using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Api;

internal static class ApiProblems
{
    /// <summary>Every error below <c>/api</c> becomes problem+json, whatever the client accepts; nothing of an exception is told.</summary>
    internal static void UseApiProblems(this IApplicationBuilder api) => api
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ProblemAnswers.WriteAsync,
            StatusCodeSelector = thrown => thrown is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        })
        .UseStatusCodePages(context => ProblemAnswers.WriteAsync(context.HttpContext));
}
