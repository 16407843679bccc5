using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Security.AntiSSRF;

namespace Gci.Web.Links;

/// <summary>What came of trying a link.</summary>
/// <param name="Result">An HTTP status, or <c>unreachable</c>, <c>late</c>, <c>redirects</c> or <c>refused</c>: an address that is not tried from here.</param>
/// <param name="Sha256">SHA-256 of the content; null where nothing was seen or it was too long.</param>
public sealed record LinkSight(string Result, bool IsSeen, string? Sha256);

/// <summary>
/// Fetches what a stranger's link leads to, and reaches nothing inside the network around this service: every address that a name has is
/// checked, the checked one is connected to, and every redirect is checked again.
/// </summary>
public sealed class LinkProbe : IDisposable
{
    private const int MostRedirects = 5;
    private const int MostBytes = 10_000_000;

    // IPv4 addresses written as IPv6 in ways that are no longer in use, on top of what the policy knows.
    private static readonly string[] s_alsoDenied = ["::/96", "::ffff:0:0:0/96"];
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_longestConnect = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client;
    private readonly IReadOnlySet<int> _ports;

    public LinkProbe(ServiceOptions options)
        : this(options, Policy(), new HashSet<int> { 80, 443 })
    {
    }

    /// <summary>For tests, which have no web but their own machine.</summary>
    internal LinkProbe(ServiceOptions options, AntiSSRFPolicy policy, IReadOnlySet<int> ports)
    {
        _ports = ports;
        var handler = policy.GetHandler();
        (handler.AllowAutoRedirect, handler.UseCookies, handler.ConnectTimeout, handler.MaxResponseHeadersLength) = (false, false, s_longestConnect, 64);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(1);
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd($"GciEngine-link-check (+{options.PublicAddress})");
    }

    internal static AntiSSRFPolicy Policy()
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true, AddXFFHeader = false };
        policy.AddDeniedAddresses(s_alsoDenied);
        return policy;
    }

    public async Task<LinkSight> LookAsync(string url, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(s_longest);
        try
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var address) ? await FollowAsync(address, limit.Token) : Nothing("refused");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Nothing("late");
        }
        catch (Exception impossible) when (impossible is AntiSSRFException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            // By the policy, or because no connection can be made to it at all, such as 0.0.0.0.
            return Nothing("refused");
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or System.Net.Sockets.SocketException or System.Security.Authentication.AuthenticationException)
        {
            return Nothing(gone.GetBaseException() is AntiSSRFException ? "refused" : "unreachable");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<LinkSight> FollowAsync(Uri address, CancellationToken cancel)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!LinkAddress.IsAllowed(address, _ports))
            {
                return Nothing("refused");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && answer.Headers.Location is { } location)
            {
                address = new(address, location);
                continue;
            }

            var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            return answer.IsSuccessStatusCode ? new(status, IsSeen: true, await HashAsync(answer, cancel)) : Nothing(status);
        }

        return Nothing("redirects");
    }

    // Nothing is kept of the content but its hash.
    private static async Task<string?> HashAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 << 10];
        int read, length = 0;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            if ((length += read) > MostBytes)
            {
                return null;
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static LinkSight Nothing(string result) => new(result, IsSeen: false, null);
}
