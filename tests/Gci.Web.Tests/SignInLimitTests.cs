using System.Net;

namespace Gci.Web.Tests;

public sealed class SignInLimitTests(ServiceWithLimits service) : IClassFixture<ServiceWithLimits>
{
    [Fact]
    public async Task Whoever_tries_passwords_is_slowed_down()
    {
        var states = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 45; attempt++)
        {
            states.Add((await service.Anonymous().PostAsync("/account/sign-in", new() { ["email"] = $"x{attempt}@example.org", ["password"] = "x" })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, states[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, states);
    }
}
