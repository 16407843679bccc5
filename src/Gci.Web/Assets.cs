using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web;

/// <summary>
/// The style sheet and the script. They lie in the program, are compressed once at its start, and their addresses change with their
/// content, so that a browser keeps them for a year. The framework's own assets are compressed only by a publish step, which we do not have.
/// </summary>
public sealed class Assets
{
    private readonly ImmutableDictionary<string, Asset> _byPath;

    private Assets(Asset style, Asset script) =>
        (Style, Script, _byPath) = (style.Path, script.Path, new[] { style, script }.ToImmutableDictionary(asset => asset.Path));

    public string Style { get; }

    public string Script { get; }

    internal static Assets Load() => new(
        Asset.Of("gci", "css", "text/css; charset=utf-8", Read("pico.min.css") + Read("gci.css")),
        Asset.Of("gci", "js", "text/javascript; charset=utf-8", Read("gci.js")));

    internal Asset? At(string path) => _byPath.GetValueOrDefault(path);

    private static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"Assets/{name}") ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal sealed record Asset(string Path, string Type, byte[] Plain, byte[] Brotli)
    {
        internal static Asset Of(string name, string extension, string type, string text)
        {
            var plain = Encoding.UTF8.GetBytes(text);
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
            {
                brotli.Write(plain);
            }

            return new($"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(plain))[..10]}.{extension}", type, plain, packed.ToArray());
        }
    }
}

internal static class AssetRoutes
{
    internal static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name, HttpContext http) =>
    {
        if (http.RequestServices.GetRequiredService<Assets>().At($"/assets/{name}") is not { } asset)
        {
            return Results.NotFound();
        }

        var takesBrotli = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Remove("Pragma");
        http.Response.Headers.Vary = "Accept-Encoding";
        if (takesBrotli)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        return Results.Bytes(takesBrotli ? asset.Brotli : asset.Plain, asset.Type);
    }).AllowAnonymous();
}
