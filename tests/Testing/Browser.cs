using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Gci.Testing;

/// <summary>Plain HTTP with the cookies of one browser. Redirects are not followed, so that tests see them.</summary>
public sealed partial class Browser(Uri address)
{
    private static readonly HttpClient s_client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });

    private readonly Dictionary<string, string> _cookies = [];

    // Good for programs' requests as long as the session is the same.
    private string? _token;

    public IEnumerable<string> SetCookies { get; private set; } = [];

    /// <summary>The header that sends all cookies.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>The same browser towards the same service at another address, with its cookies.</summary>
    public Browser At(Uri other)
    {
        var moved = new Browser(other) { _token = _token };
        foreach (var (name, value) in _cookies)
        {
            moved._cookies[name] = value;
        }

        return moved;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public async Task<string> TextAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Opens the page, and posts fields with the anti-forgery token that it holds.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string? page = null) => await SendAsync(new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", await TokenAsync(page ?? path)))),
    });

    /// <summary>The same as a multipart form, with a file.</summary>
    public async Task<HttpResponseMessage> PostFileAsync(string path, Dictionary<string, string> fields, string field, string name, byte[] content, string? page = null)
    {
        var form = new MultipartFormDataContent();
        foreach (var (key, value) in fields.Append(new("__RequestVerificationToken", await TokenAsync(page ?? path))))
        {
            form.Add(new StringContent(value), key);
        }

        form.Add(new ByteArrayContent(content), field, name);
        return await SendAsync(new(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>A program's request with the session's anti-forgery token.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, object? body = null, string? revision = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body) };
        request.Headers.Add("X-Anti-Forgery", _token ??= await TokenAsync("/responses"));
        if (revision is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{revision}\"");
        }

        return await SendAsync(request);
    }

    public async Task<HttpResponseMessage> PutAsync(string path, object body, string? key, string? revision, string? tokenPage = "/")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (revision is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{revision}\"");
        }

        if (tokenPage is not null)
        {
            request.Headers.Add("X-Anti-Forgery", _token ??= await TokenAsync(tokenPage == "/" ? "/responses" : tokenPage));
        }

        return await SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new(address, request.RequestUri!);
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        var answer = await s_client.SendAsync(request, TestContext.Current.CancellationToken);
        SetCookies = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
        foreach (var cookie in SetCookies)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    private async Task<string> TokenAsync(string page)
    {
        var text = await (await GetAsync(page)).Content.ReadAsStringAsync();
        return Token().Match(text) is { Success: true } found ? found.Groups[1].Value : "";
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
