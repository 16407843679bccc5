using System.Net;
using System.Net.Sockets;
using Gci.Web.Links;

namespace Gci.Web.Tests.Links;

/// <summary>The probe of the service itself against addresses that lead to where nobody outside should reach.</summary>
public sealed class HostileLinksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_hostile_address_reaches_a_listener_on_this_machine()
    {
        using var listener = Listening();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        string[] urls = [.. HostileLinks.All(port).Distinct()];
        Assert.True(urls.Length >= 300, $"{urls.Length} addresses");

        // As the service has it, and again with the port of the listener allowed: then only the addresses themselves protect.
        using var probe = new LinkProbe(Options);
        using var without = new LinkProbe(Options, LinkProbe.Policy(), new HashSet<int> { 80, 443, port });
        List<string> wrong = [];
        await Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (url, stop) =>
        {
            foreach (var which in (LinkProbe[])[probe, without])
            {
                var sight = await which.LookAsync(url, stop);
                if (sight.IsSeen || !Kept(url).Contains(sight.Result))
                {
                    lock (wrong)
                    {
                        wrong.Add($"{url} {sight.Result}");
                    }
                }
            }
        });

        Assert.Empty(wrong);
        Assert.False(listener.Poll(0, SelectMode.SelectRead), "Something connected.");
    }

    [Fact]
    public async Task The_policy_alone_keeps_away_from_this_machine_whatever_the_spelling()
    {
        using var listener = Listening();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        using var handler = LinkProbe.Policy().GetHandler();
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        List<string> reached = [];
        await Parallel.ForEachAsync(HostileLinks.All(port).Distinct(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (url, stop) =>
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Port == port)
            {
                try
                {
                    using var answer = await client.GetAsync(address, stop);
                    reached.Add(url);
                }
                catch (Exception kept) when (kept is not TaskCanceledException)
                {
                    // As it should be.
                }
            }
        });

        Assert.Empty(reached);
        Assert.False(listener.Poll(0, SelectMode.SelectRead), "Something connected.");
    }

    [Fact]
    public async Task The_listener_would_have_seen_it()
    {
        using var listener = Listening();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        var policy = LinkProbe.Policy();
        policy.AddAllowedAddresses(["127.0.0.1/32"]);
        using var probe = new LinkProbe(Options, policy, new HashSet<int> { port });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var looking = probe.LookAsync($"http://127.0.0.1:{port}/", patience.Token);
        using var connected = await listener.AcceptAsync(Cancel);

        Assert.True(connected.Connected);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looking);
    }

    [Theory]
    [InlineData("https://www.parliament.example/law/12")]
    [InlineData("http://www.parliament.example:80/law?id=1#a12")]
    [InlineData("https://www.parliament.example:443/")]
    [InlineData("https://парламент.example/")]
    [InlineData("https://93.184.215.14/law")]
    public void An_ordinary_address_is_tried(string url) => Assert.True(LinkAddress.IsAllowed(new(url), new HashSet<int> { 80, 443 }));

    // An address is refused outright; of a name it may also be that nobody knows it here.
    private static string[] Kept(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
        ? ["refused"]
        : ["refused", "unreachable", "late"];

    private static ServiceOptions Options => new() { Editions = "", Data = "" };

    // On every address of this machine, of both kinds.
    private static Socket Listening()
    {
        var listener = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        listener.Listen();
        return listener;
    }
}
