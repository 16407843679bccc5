using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gci.Web.Tests.Accounts;

/// <summary>A small OpenID Connect provider on a real port: discovery, keys, authorization with PKCE, token. Whoever comes is the person that the test says.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "gci";
    public const string ClientSecret = "a secret between two services";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "key-1" };
    private readonly Dictionary<string, (string Nonce, string Challenge, string RedirectUri)> _codes = [];
    private readonly WebApplication _app;

    private OpenIdProvider(WebApplication app) => _app = app;

    public string Authority => _app.Urls.First();

    /// <summary>Who signs in next.</summary>
    public (string Subject, string? Email, bool IsVerified) Person { get; set; }

    /// <summary>A nonce to put into the token in place of the right one.</summary>
    public string? WrongNonce { get; set; }

    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var provider = new OpenIdProvider(builder.Build());
        provider._app.Urls.Add("http://127.0.0.1:0");
        provider._app.MapGet("/.well-known/openid-configuration", provider.Discovery);
        provider._app.MapGet("/keys", () => Results.Json(new { keys = new[] { JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(provider._key.Rsa.ExportParameters(false)) { KeyId = "key-1" }) } }));
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", provider.TokenAsync);
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync()
    {
        _key.Rsa.Dispose();
        return _app.DisposeAsync();
    }

    private IResult Discovery() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Authority,
        ["authorization_endpoint"] = $"{Authority}/authorize",
        ["token_endpoint"] = $"{Authority}/token",
        ["jwks_uri"] = $"{Authority}/keys",
        ["response_types_supported"] = OneOf("code"),
        ["subject_types_supported"] = OneOf("public"),
        ["id_token_signing_alg_values_supported"] = OneOf("RS256"),
    });

    private static string[] OneOf(string value) => [value];

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Contains("openid", StringComparison.Ordinal))
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString(), query["redirect_uri"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.Remove(form["code"].ToString(), out var asked) || form["client_secret"] != ClientSecret || form["redirect_uri"] != asked.RedirectUri
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: (int)HttpStatusCode.BadRequest);
        }

        var claims = new Dictionary<string, object> { ["sub"] = Person.Subject, ["nonce"] = WrongNonce ?? asked.Nonce, ["email_verified"] = Person.IsVerified };
        if (Person.Email is { } email)
        {
            claims["email"] = email;
        }

        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = ClientId,
            Claims = claims,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = token });
    }
}
