using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>Who is signed in, and what a browser needs to go on.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Token">To be sent as <c>X-Anti-Forgery</c> with every change that a session makes.</param>
/// <param name="SecondsLeft">How long the session lasts if nothing happens; 0 for a program's token.</param>
public sealed record SessionState(Guid Account, string Name, string? Token, int SecondsLeft);

/// <summary><c>/api/v1/session</c>.</summary>
internal static class SessionRoutes
{
    internal static void MapSession(this IEndpointRouteBuilder api) => api.MapGet("/session", GetAsync).WithTags("Session")
        .Operation("getSession", null, "Who is signed in, and the anti-forgery token of a session").Produces<SessionState>();

    private static async Task<IResult> GetAsync(Visitor visitor, IAntiforgery antiforgery, HttpContext http)
    {
        var (left, _) = await SessionLength.LeftAsync(http);
        var token = http.User.IsToken() ? null : antiforgery.GetAndStoreTokens(http).RequestToken;
        return Results.Ok(new SessionState(visitor.Known.Id, visitor.Known.Name, token, (int)left.TotalSeconds));
    }
}
