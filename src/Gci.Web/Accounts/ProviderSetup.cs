using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gci.Web.Accounts;

/// <summary>OpenID Connect by code flow with PKCE. The provider only says who somebody is; who may come in stands in our accounts.</summary>
internal static class ProviderSetup
{
    internal const string Scheme = "provider";
    internal const string BeginPath = "/account/provider/begin";

    internal static void AddProvider(this AuthenticationBuilder authentication, SignInProvider? provider)
    {
        if (provider is null)
        {
            return;
        }

        authentication.AddOpenIdConnect(Scheme, provider.Name, oidc =>
        {
            (oidc.Authority, oidc.ClientId, oidc.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
            oidc.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
            oidc.SignInScheme = IdentityConstants.ExternalScheme;
            (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            oidc.CallbackPath = "/account/provider/returned";
            oidc.MapInboundClaims = false;
            oidc.GetClaimsFromUserInfoEndpoint = true;
            oidc.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
            oidc.Scope.Clear();
            oidc.Scope.Add("openid");
            oidc.Scope.Add("profile");
            oidc.Scope.Add("email");
            Protect(oidc.NonceCookie, "__Host-gci-nonce.");
            Protect(oidc.CorrelationCookie, "__Host-gci-state.");
            oidc.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect("/account/sign-in?notice=provider-failed");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Where the button on the sign-in page and on an invitation leads. It is a link: browsers hold a form's redirect to our own origin.</summary>
    internal static void MapProvider(this IEndpointRouteBuilder routes) => routes.MapGet(BeginPath, (string? returnTo, string? invitation, HttpContext http) =>
    {
        if (http.RequestServices.GetRequiredService<ServiceOptions>().OpenIdConnect is null)
        {
            return Results.NotFound();
        }

        var back = "/account/provider".With(("returnTo", returnTo), ("invitation", invitation));
        var properties = http.RequestServices.GetRequiredService<SignInManager<Data.Accounts.Account>>().ConfigureExternalAuthenticationProperties(Scheme, back);
        return Results.Challenge(properties, [Scheme]);
    }).AllowAnonymous();

    private static void Protect(CookieBuilder cookie, string name) =>
        (cookie.Name, cookie.Path, cookie.SecurePolicy, cookie.SameSite, cookie.HttpOnly) = (name, "/", CookieSecurePolicy.Always, SameSiteMode.Lax, true);
}
