using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Gci.Web.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Tests.Links;

/// <summary>What trying a link sees, on a web that is this machine; the probe of the service itself never goes there.</summary>
public sealed class LinkProbeTests : IAsyncLifetime
{
    private readonly List<string> _seen = [];
    private WebApplication _web = null!;
    private LinkProbe _probe = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int Port => new Uri(_web.Urls.First()).Port;

    private string At(string path) => $"http://127.0.0.1:{Port}/{path}";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _web = builder.Build();
        _web.Run(AnswerAsync);
        await _web.StartAsync();
        var policy = LinkProbe.Policy();
        policy.AddAllowedAddresses(["127.0.0.1/32"]);
        _probe = new(new() { Editions = "", Data = "" }, policy, new HashSet<int> { Port });
    }

    public async ValueTask DisposeAsync()
    {
        _probe.Dispose();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_seen_with_the_hash_of_its_content() =>
        Assert.Equal(new("200", true, Convert.ToHexStringLower(SHA256.HashData("The law."u8))), await _probe.LookAsync(At("law"), Cancel));

    [Fact]
    public async Task The_probe_says_who_it_is_and_carries_nothing_from_site_to_site()
    {
        await _probe.LookAsync(At("cookie"), Cancel);
        await _probe.LookAsync(At("law"), Cancel);

        Assert.Equal(["GET /cookie GciEngine-link-check", "GET /law GciEngine-link-check"], _seen);
    }

    [Theory]
    [InlineData("missing", "404")]
    [InlineData("broken", "500")]
    [InlineData("around", "redirects")]
    [InlineData("away?to=http://127.0.0.2/", "refused")]
    [InlineData("away?to=http://10.0.0.1/", "refused")]
    [InlineData("away?to=http://169.254.169.254/latest/meta-data/", "refused")]
    [InlineData("away?to=file:///etc/passwd", "refused")]
    [InlineData("away?to=http://user:secret@127.0.0.1/", "refused")]
    [InlineData("away?to=gopher://127.0.0.1/", "refused")]
    [InlineData("away?to=//[::1]/", "refused")]
    public async Task What_is_not_seen_says_why(string path, string result) => Assert.Equal(new(result, false, null), await _probe.LookAsync(At(path), Cancel));

    [Fact]
    public async Task A_redirect_within_bounds_is_followed() => Assert.Equal("200", (await _probe.LookAsync(At("away?to=/law"), Cancel)).Result);

    [Fact]
    public async Task Content_that_never_ends_is_seen_and_not_hashed() => Assert.Equal(new("200", true, null), await _probe.LookAsync(At("endless"), Cancel));

    [Fact]
    public async Task A_site_that_is_not_there_is_unreachable()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var policy = LinkProbe.Policy();
        policy.AddAllowedAddresses(["127.0.0.1/32"]);
        using var probe = new LinkProbe(new() { Editions = "", Data = "" }, policy, new HashSet<int> { port, 80 });

        Assert.Equal("unreachable", (await probe.LookAsync($"http://127.0.0.1:{port}/", Cancel)).Result);
        Assert.Equal("unreachable", (await probe.LookAsync("http://no-such-host.invalid/", Cancel)).Result);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        _seen.Add($"{http.Request.Method} {http.Request.Path} {http.Request.Headers.UserAgent.ToString().Split(' ')[0]}{http.Request.Headers.Cookie}");
        switch (http.Request.Path.Value)
        {
            case "/law":
                await http.Response.WriteAsync("The law.");
                break;
            case "/cookie":
                http.Response.Headers.SetCookie = "who=you; Path=/";
                break;
            case "/broken":
                http.Response.StatusCode = 500;
                break;
            case "/around":
                http.Response.Redirect("/around");
                break;
            case "/away":
                http.Response.Redirect(http.Request.Query["to"].ToString());
                break;
            case "/endless":
                var piece = Encoding.ASCII.GetBytes(new string('a', 64 << 10));
                for (var sent = 0; sent < 11_000_000; sent += piece.Length)
                {
                    await http.Response.Body.WriteAsync(piece, http.RequestAborted);
                }

                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }
}
