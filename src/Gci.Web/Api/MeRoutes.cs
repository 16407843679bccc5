using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>The account that makes the request.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">The address with which the person signs in.</param>
/// <param name="Role">What the person does.</param>
/// <param name="Country">The country that a respondent answers for; null for everybody else.</param>
/// <param name="Language">The language of pages, mails and the sentences of problems.</param>
/// <param name="Token">The token that was sent; null in a session.</param>
public sealed record Me(Guid Id, string Name, string Email, Role Role, string? Country, string Language, TokenEntry? Token);

/// <summary>A token, without its secret.</summary>
/// <param name="Name">The name that its maker gave it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">When it stops working.</param>
public sealed record TokenEntry(string Name, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);

/// <summary><c>/api/v1/me</c>.</summary>
internal static class MeRoutes
{
    internal static void MapMe(this IEndpointRouteBuilder api) => api.MapGet("/me", GetAsync)
        .Operation("getMe", scope: null, "Who makes the request").WithTags("Account").Produces<Me>();

    private static async Task<IResult> GetAsync(GciDb db, Visitor visitor, HttpContext http, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(user => user.Id == visitor.Known.Id, cancel);
        var token = Guid.TryParse(http.User.FindFirst(TokenSignIn.IdClaim)?.Value, out var id)
            ? await db.ApiTokens.AsNoTracking().FirstOrDefaultAsync(token => token.Id == id, cancel)
            : null;
        return Results.Ok(new Me(
            account.Id, account.Name, account.Email!, account.Role, account.Country, account.Language,
            token is null ? null : new(token.Name, token.Scopes.Split(' '), token.ExpiresAt)));
    }
}
