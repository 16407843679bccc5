using System.IO.Compression;
using Gci.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Drafting;

/// <summary><c>/editions/{edition}/draft/files.zip</c>: the files as they belong into the definitions folder.</summary>
internal static class DraftDownloads
{
    // A ZIP file keeps no earlier day; the same files give the same bytes.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void MapDraftDownloads(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/editions/{edition}/draft/files.zip", GetAsync).RequireAuthorization().ExcludeFromDescription();

    internal static async Task<IResult> GetAsync(string edition, DraftDesk desk, Visitor visitor, CancellationToken cancel) =>
        await desk.FindAsync(visitor.Known, edition, cancel) is { } opened
            ? Results.File(await ZipAsync(opened.Files, cancel), "application/zip", $"gci-{edition}-draft-{opened.Draft.Version}.zip")
            : Results.NotFound();

    internal static async Task<byte[]> ZipAsync(IEnumerable<KeyValuePair<string, string>> files, CancellationToken cancel)
    {
        using var target = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, null, cancel))
        {
            foreach (var (name, text) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = s_noTime;
                await using var writer = new StreamWriter(await entry.OpenAsync(cancel));
                await writer.WriteAsync(text.AsMemory(), cancel);
            }
        }

        return target.ToArray();
    }
}
