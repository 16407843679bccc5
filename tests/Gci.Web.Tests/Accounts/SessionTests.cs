using System.Net;

namespace Gci.Web.Tests.Accounts;

public sealed class SessionTests(ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    [Fact]
    public async Task A_session_goes_on_as_long_as_it_is_used_and_ends_after_twelve_hours()
    {
        var browser = await service.SignedInAsync("amina");
        for (var hour = 1; hour < 12; hour++)
        {
            service.Clock.Forward(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(4));
            Assert.Equal((hour, HttpStatusCode.OK), (hour, (await browser.GetAsync("/responses")).StatusCode));
        }

        service.Clock.Forward(TimeSpan.FromMinutes(17));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/responses")).StatusCode);
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_after_two_hours()
    {
        var browser = await service.SignedInAsync("barasa");
        service.Clock.Forward(TimeSpan.FromMinutes(121));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/responses")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions()
    {
        var (one, two) = (await service.SignedInAsync("diego"), await service.SignedInAsync("diego"));

        var answer = await one.PostAsync("/account?handler=everywhere", [], "/account");

        Assert.Equal("/account/sign-in?Notice=ended", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await two.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_sign_in_form_that_was_open_for_too_long_keeps_the_address_and_works_when_sent_again()
    {
        var browser = service.Anonymous();
        var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent([new("email", "elena@example.org"), new("password", Service.Password), new("__RequestVerificationToken", "old")]),
        };

        var answer = await browser.SendAsync(request);
        var page = await answer.ReadAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This form was open for too long.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"elena@example.org\"", page, StringComparison.Ordinal);
        Assert.Equal("/responses", (await browser.TryAsync("elena")).Headers.Location?.ToString());
    }
}
