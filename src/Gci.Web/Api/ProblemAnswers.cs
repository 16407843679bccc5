using Gci.Data;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Api;

/// <summary>Errors as <c>application/problem+json</c>, each with a stable code and the status that the <see cref="ProblemCatalogue"/> has for it.</summary>
internal static class ProblemAnswers
{
    internal static IResult Refused(InterfaceTexts texts, Refusal refusal) => Of(texts, refusal, texts.Of(refusal), ProblemCatalogue.StatusOf(refusal.Code));

    /// <summary>The same with more that a program can read.</summary>
    internal static IResult Refused(InterfaceTexts texts, Refusal refusal, string name, object more) =>
        Of(texts, refusal, texts.Of(refusal), ProblemCatalogue.StatusOf(refusal.Code), (name, more));

    /// <summary>What is wrong with an answer; where the parser said more, it is given in English as <c>parser</c>.</summary>
    internal static IResult Invalid(InterfaceTexts texts, Refusal refusal, Edition edition) => Of(
        texts, refusal, texts.Of(refusal, edition), ProblemCatalogue.StatusOf(refusal.Code),
        refusal.Values.FirstOrDefault(value => value.Name == "detail").Value is { } detail ? ("parser", detail) : null);

    /// <summary>Somebody else changed it; theirs is given whole.</summary>
    internal static IResult Conflict(InterfaceTexts texts, object theirs)
    {
        var refusal = new Refusal("changed-meanwhile");
        return Of(texts, refusal, texts.Of(refusal), ProblemCatalogue.StatusOf(refusal.Code), ("theirs", theirs));
    }

    /// <summary>Answers an error that is the framework's own, where nothing was written yet.</summary>
    internal static Task WriteAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (status == StatusCodes.Status401Unauthorized && http.Response.Headers.WWWAuthenticate.Count == 0)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        var texts = http.RequestServices.GetRequiredService<Visitor>().Texts;
        var refusal = FrameworksOwn(http, status);
        return Of(texts, refusal, texts.Of(refusal), status, status >= 500 ? ("trace", http.TraceIdentifier) : null).ExecuteAsync(http);
    }

    private static Refusal FrameworksOwn(HttpContext http, int status) => status switch
    {
        401 => new("not-signed-in"),
        403 when http.User.IsToken() && http.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>()?.Scope is { } scope => new("scope-missing", ("scope", scope)),
        403 => new("not-allowed"),
        404 => new("not-found"),
        405 => new("method-not-allowed"),
        413 => new("too-large"),
        415 => new("unsupported-media-type"),
        429 => new("too-many-requests"),
        >= 500 => new("failed"),
        _ => new("bad-request"),
    };

    private static IResult Of(InterfaceTexts texts, Refusal refusal, string sentence, int status, (string Name, object Value)? more = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = refusal.Code };
        if (more is { } added)
        {
            extensions[added.Name] = added.Value;
        }

        var title = ProblemCatalogue.Has(refusal.Code) ? texts[$"problems.title.{refusal.Code}"] : ReasonPhrases.GetReasonPhrase(status);
        return Results.Problem(sentence, statusCode: status, title: title, type: $"/problems/{refusal.Code}", extensions: extensions);
    }
}
