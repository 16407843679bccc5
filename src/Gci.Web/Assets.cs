using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gci.Editions.Translations;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Html;
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
    private readonly ImmutableDictionary<string, Asset> _scripts;

    private Assets(Asset style, Asset staff, Asset reviews, ImmutableDictionary<string, Asset> scripts)
    {
        (Style, StyleText, StaffStyle, ReviewScript, _scripts) = (style.Path, new(Encoding.UTF8.GetString(style.Plain)), staff.Path, reviews.Path, scripts);
        _byPath = scripts.Values.Concat([style, staff, reviews]).DistinctBy(asset => asset.Path).ToImmutableDictionary(asset => asset.Path);
    }

    public string Style { get; }

    /// <summary>What the style sheet says, for a page that carries it with it.</summary>
    public HtmlString StyleText { get; }

    /// <summary>What the pages of the secretariat need beside the style sheet of all.</summary>
    public string StaffStyle { get; }

    /// <summary>What the pages of reviewers carry beside the script.</summary>
    public string ReviewScript { get; }

    /// <summary>The script with its sentences in a language.</summary>
    public string ScriptIn(string language) => _scripts[language].Path;

    internal static Assets Load(EditionShelf shelf) => new(
        Asset.Of("gci", "css", "text/css; charset=utf-8", StyleCut.Of(Read("pico.min.css")) + Tight(Read("gci.css"))),
        Asset.Of("staff", "css", "text/css; charset=utf-8", Tight(Read("staff.css"))),
        Asset.Of("reviews", "js", "text/javascript; charset=utf-8", Tight(Read("reviews.js"))),
        Languages.All.ToImmutableDictionary(
            language => language,
            language => Asset.Of("gci", "js", "text/javascript; charset=utf-8", Tight(Read("gci.js").Replace("/* sentences */ {}", ScriptTexts.In(shelf.In(language)), StringComparison.Ordinal)))));

    // Readers of the source have the indents and the comments that stand alone in a line; browsers need none.
    private static string Tight(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !(line.StartsWith("/*", StringComparison.Ordinal) && line.EndsWith("*/", StringComparison.Ordinal))));

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
