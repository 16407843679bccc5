using Gci.Web.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Gci.Web.Api;

/// <summary>The scope without which a token is answered 403. Sessions have all scopes: they are the person.</summary>
/// <param name="scope">Null where any token will do.</param>
internal sealed class NeedsScope(string? scope) : AuthorizationHandler<NeedsScope>, IAuthorizationRequirement, IAuthorizationRequirementData
{
    internal string? Scope => scope;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsScope requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (scope is null || !context.User.IsToken() || context.User.HasClaim(TokenSignIn.ScopeClaim, scope))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
