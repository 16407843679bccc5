using System.Security.Claims;
using System.Text.Encodings.Web;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gci.Web.Accounts;

/// <summary>
/// <c>Authorization: Bearer gci_…</c>: a program acts for the account that made the token, as the account stands at this moment. Tokens work
/// below <c>/api</c> only, and where one is sent, a session's cookie is not looked at.
/// </summary>
internal sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "Token";
    internal const string ScopeClaim = "scope";
    internal const string IdClaim = "token";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var now = Moment.Now(TimeProvider);
        var (db, hash) = (Context.RequestServices.GetRequiredService<GciDb>(), ApiToken.HashOf(header[Bearer.Length..].Trim()));
        var found = await db.ApiTokens.AsNoTracking().Where(token => token.SecretHash == hash)
            .Join(db.Users, token => token.AccountId, account => account.Id, (token, account) => new { Token = token, Account = account })
            .AsNoTracking().FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null || !found.Token.IsValid(now) || found.Account.ClosedAt is not null)
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        Context.RequestServices.GetRequiredService<TokenUse>().Note(found.Token, now);
        Context.RequestServices.GetRequiredService<Visitor>().SignedIn(found.Account);
        return AuthenticateResult.Success(new(new(Identity(found.Token)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>()?.Scope is { } scope)
        {
            Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"";
        }

        return Task.CompletedTask;
    }

    private static ClaimsIdentity Identity(ApiToken token) => new(
        [
            new(ClaimTypes.NameIdentifier, token.AccountId.ToString()), new(IdClaim, token.Id.ToString()),
            .. token.Scopes.Split(' ').Select(scope => new Claim(ScopeClaim, scope)),
        ],
        SchemeName);
}

internal static class TokenSignInSetup
{
    /// <summary>Lets programs sign in by token wherever the session's cookie would be asked for below <c>/api</c>.</summary>
    internal static AuthenticationBuilder AddTokens(this AuthenticationBuilder authentication)
    {
        authentication.Services.AddSingleton<TokenUse>().AddHostedService(services => services.GetRequiredService<TokenUse>());
        authentication.Services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, cookie => cookie.ForwardDefaultSelector = http => http.IsApi() && BringsNoSession(http) ? TokenSignIn.SchemeName : null);
        return authentication.AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
    }

    internal static bool IsToken(this ClaimsPrincipal person) => person.Identity?.AuthenticationType == TokenSignIn.SchemeName;

    // Whoever sends neither is told by the token's handler how to sign in.
    private static bool BringsNoSession(HttpContext http) => http.Request.Headers.Authorization.Count > 0 || !http.Request.Cookies.ContainsKey(Sessions.SessionCookie);
}
