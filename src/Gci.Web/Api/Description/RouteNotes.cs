using Microsoft.AspNetCore.Builder;

namespace Gci.Web.Api.Description;

/// <summary>Codes of problems that a route answers beside those that every route may answer.</summary>
internal sealed record RefusesCodes(IReadOnlyList<string> Codes);

/// <summary>A header of a route's good answers.</summary>
internal sealed record AnswersHeader(string Name, string Description);

/// <summary>What a request or an answer of a route looks like, for example.</summary>
internal sealed record Example(object? Request, object? Answer);

/// <summary>A file that a multipart form holds beside its fields.</summary>
internal sealed record FileField(string Name, string Description);

internal static class RouteNotes
{
    internal static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route, string name, string description) => route.WithMetadata(new FileField(name, description));

    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params string[] codes) =>
        route.WithMetadata(new RefusesCodes(codes.Contains("already-submitted") ? [.. codes.Union(s_closed)] : codes));

    // A response that takes no answers says why.
    private static readonly string[] s_closed = ["answering-ended", "only-returned", "review-closed"];

    /// <summary>The answer's tag is what <c>If-Match</c> or <c>If-None-Match</c> takes.</summary>
    internal static RouteHandlerBuilder Tagged(this RouteHandlerBuilder route, string description) => route.WithMetadata(new AnswersHeader("ETag", description));

    internal static RouteHandlerBuilder Example(this RouteHandlerBuilder route, object? request = null, object? answer = null) => route.WithMetadata(new Example(request, answer));
}
