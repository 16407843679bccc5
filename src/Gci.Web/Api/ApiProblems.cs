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
            StatusCodeSelector = StatusOf,
        })
        .UseStatusCodePages(context => ProblemAnswers.WriteAsync(context.HttpContext));

    /// <summary>What a request that could not be read ends with, or any that failed.</summary>
    internal static int StatusOf(Exception thrown) => thrown is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
