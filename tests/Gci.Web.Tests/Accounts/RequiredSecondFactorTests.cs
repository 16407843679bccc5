using System.Net;
using Gci.Data.Accounts;

namespace Gci.Web.Tests.Accounts;

public sealed class ServiceWithRequiredFactor : ServiceOnSqlite
{
    protected override ServiceOptions Configured(ServiceOptions options) => options with { RequireSecondFactor = true };
}

public sealed class RequiredSecondFactorTests(ServiceWithRequiredFactor service) : IClassFixture<ServiceWithRequiredFactor>
{
    [Theory]
    [InlineData("rosa")]
    [InlineData("anders")]
    [InlineData("elena")]
    [InlineData("adam")]
    public async Task Staff_and_experts_are_led_to_the_set_up_before_anything_else(string name)
    {
        var browser = await service.SignedInAsync(name);

        foreach (var path in (string[])["/responses", "/account", "/account/password"])
        {
            Assert.Equal(Steps.SecondFactor, (await browser.GetAsync(path)).Headers.Location?.ToString());
        }

        var program = await browser.GetAsync($"/api/v1/responses/{service.Kenya}/answers/LEG-1.1.1");
        Assert.Equal(HttpStatusCode.Forbidden, program.StatusCode);
        Assert.Contains("second-factor-missing", await program.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_set_up_everything_is_open()
    {
        var (_, browser) = await service.NewAsync("pilar", Role.Analyst);
        Assert.Contains("People with your role need a second factor", await browser.TextAsync(Steps.SecondFactor), StringComparison.Ordinal);

        await browser.SetUpAsync(service);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/responses")).StatusCode);
    }

    [Fact]
    public async Task Respondents_are_not_forced() => Assert.Equal(HttpStatusCode.OK, (await (await service.SignedInAsync("amina")).GetAsync("/responses")).StatusCode);
}
