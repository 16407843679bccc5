namespace Gci.Web.Accounts;

/// <summary>An OpenID Connect provider by which people may sign in beside their password.</summary>
/// <param name="Authority">The address below which its <c>.well-known/openid-configuration</c> lies.</param>
/// <param name="Name">What the button calls it.</param>
public sealed record SignInProvider(string Authority, string ClientId, string ClientSecret, string Name);
