using Gci.Data;
using Gci.Data.Accounts;
using Gci.Web.Accounts.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gci.Web.Accounts;

/// <summary>ASP.NET Core Identity as this service uses it.</summary>
internal static class SignInSetup
{
    internal const int ShortestPassword = 12;

    internal static void AddSignIn(this IServiceCollection services, ServiceOptions options)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User = new() { RequireUniqueEmail = true, AllowedUserNameCharacters = "" }; // any: an address may hold an apostrophe
                identity.Password = new() { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
                identity.Lockout = new() { MaxFailedAccessAttempts = 10, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
                identity.SignIn.RequireConfirmedAccount = true;
                identity.Stores.ProtectPersonalData = false;
            })
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddPasswordValidator<BreachedPasswords>()
            .AddSignInManager()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<Authenticator>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = ForgottenPassword.ValidFor);
        services.AddScoped<IUserConfirmation<Account>, OpenAccounts>();
        services.AddSessions().AddProvider(options.OpenIdConnect);
        services.AddAuthorization(authorization => authorization.AddPolicy(Administration.Policy, Administration.IsAdministrator));
        services.AddScoped<ForgottenPassword>().AddScoped<Acceptance>().AddScoped<Invitations>().AddScoped<Administration>().AddScoped<OwnAccount>().AddScoped<ProviderSignIn>();
    }

    internal static IHealthChecksBuilder AddDbContextCheckOfOurs(this IHealthChecksBuilder builder) => builder.AddCheck<DatabaseAnswers>("database");

    /// <summary>Nobody signs in to a closed account, by whichever step.</summary>
    private sealed class OpenAccounts : IUserConfirmation<Account>
    {
        public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.ClosedAt is null);
    }

    private sealed class DatabaseAnswers(GciDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
