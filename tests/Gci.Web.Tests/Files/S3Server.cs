using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Tests.Files;

/// <summary>A small server that speaks S3 over HTTP: put, get, delete and list objects of one bucket, with signatures and content hashes checked.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    internal const string Bucket = "evidence-2024";
    internal const string AccessKey = "AKIDTEST";
    internal const string Secret = "a secret of forty characters or so, here";
    internal const string Region = "eu-north-1";

    private readonly WebApplication _app;

    private S3Server(WebApplication app) => _app = app;

    internal ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>How many keys a list gives at once.</summary>
    internal int PageSize { get; set; } = 1000;

    /// <summary>What every request is answered with instead; null for the real answer.</summary>
    internal HttpStatusCode? Trouble { get; set; }

    internal Uri Address => new(_app.Urls.First());

    internal static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new S3Server(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var body = buffer.ToArray();
        var path = http.Request.Path.Value!.Split('/', 3);
        var (bucket, key) = (path[1], path.Length > 2 ? path[2] : "");
        await (Trouble is { } trouble ? ErrorAsync(http, (int)trouble, "InternalError")
            : !IsSigned(http.Request) ? ErrorAsync(http, 403, "SignatureDoesNotMatch")
            : http.Request.Headers["x-amz-content-sha256"] != Convert.ToHexStringLower(SHA256.HashData(body)) ? ErrorAsync(http, 400, "XAmzContentSHA256Mismatch")
            : bucket != Bucket ? ErrorAsync(http, 404, "NoSuchBucket")
            : ObjectAsync(http, key, body));
    }

    private Task ObjectAsync(HttpContext http, string key, byte[] body)
    {
        switch (http.Request.Method, key)
        {
            case ("GET", ""):
                return ListAsync(http);
            case ("PUT", _):
                Objects[key] = body;
                http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
                return Task.CompletedTask;
            case ("DELETE", _):
                Objects.TryRemove(key, out _);
                http.Response.StatusCode = 204;
                return Task.CompletedTask;
            case ("GET" or "HEAD", _) when Objects.TryGetValue(key, out var content):
                http.Response.ContentLength = content.Length;
                return http.Request.Method == "GET" ? http.Response.Body.WriteAsync(content).AsTask() : Task.CompletedTask;
            default:
                return ErrorAsync(http, 404, "NoSuchKey");
        }
    }

    private Task ListAsync(HttpContext http)
    {
        var (prefix, after) = (http.Request.Query["prefix"].ToString(), http.Request.Query["continuation-token"].ToString());
        string[] keys = [.. Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Where(key => string.CompareOrdinal(key, after) > 0)];
        string[] page = [.. keys.Take(PageSize)];
        var more = keys.Length > page.Length ? $"<IsTruncated>true</IsTruncated><NextContinuationToken>{page[^1]}</NextContinuationToken>" : "<IsTruncated>false</IsTruncated>";
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync(
            $"<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{more}{string.Concat(page.Select(key => $"<Contents><Key>{key}</Key><Size>1</Size></Contents>"))}</ListBucketResult>");
    }

    private static Task ErrorAsync(HttpContext http, int status, string code)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/xml");
        return http.Response.WriteAsync($"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    // Signature version 4 as Amazon describes it, with the headers that the client says it signed.
    private static bool IsSigned(HttpRequest request)
    {
        var parts = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal).Split(", ")
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        if (!parts.TryGetValue("Credential", out var credential) || credential.Split('/') is not [AccessKey, var day, Region, "s3", "aws4_request"])
        {
            return false;
        }

        var signed = parts["SignedHeaders"];
        var headers = string.Concat(signed.Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
        var query = string.Join('&', request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
        var canonical = $"{request.Method}\n{request.Path.ToUriComponent()}\n{query}\n{headers}\n{signed}\n{request.Headers["x-amz-content-sha256"]}";
        var scope = $"{day}/{Region}/s3/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return parts["Signature"] == Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}
