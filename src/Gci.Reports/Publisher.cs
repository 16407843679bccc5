using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gci.Reports.Files;
using Gci.Reports.Writing;

namespace Gci.Reports;

/// <summary>Writes the files of a publication into a folder; the same publication gives the same bytes.</summary>
public static class Publisher
{
    public const string Manifest = "manifest.json";

    /// <summary>The steps in their order; each writes its files whole. The manifest comes last and lists the others.</summary>
    /// <param name="writer">The engine that draws the report.</param>
    public static IReadOnlyList<(string Title, Func<Task> Work)> Steps(Publication publication, string folder, IReportWriter writer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(writer);
        return
        [
            ("Tables", async () =>
            {
                await TextAsync("tiers.csv", TiersCsv.Text(publication));
                await TextAsync("groups.csv", GroupsCsv.Text(publication));
                await TextAsync("results.json", ResultsJson.Text(publication));
            }),
            ("Workbook", async () =>
            {
                await using var file = File.Create(Path.Combine(folder, "results.xlsx"));
                WorkbookWriter.Write(ResultsWorkbook.Of(publication), file);
            }),
            ("Report", async () =>
            {
                await using var file = File.Create(Path.Combine(folder, $"report-{publication.Language}.pdf"));
                await writer.WriteAsync(ResultsReport.Of(publication), file, cancel);
            }),
            ("Manifest", () => TextAsync(Manifest, ManifestText(publication, folder))),
        ];

        Task TextAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, cancel);
    }

    private static string ManifestText(Publication publication, string folder)
    {
        var files = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(name => name != Manifest).Order(StringComparer.Ordinal);
        var json = new JsonObject
        {
            ["edition"] = publication.Edition.Id,
            ["definition"] = publication.Edition.Hash,
            ["disclosure"] = publication.Disclosure.ToString().ToLowerInvariant(),
            ["snapshot"] = publication.Snapshot is { } snapshot ? new JsonObject { ["number"] = snapshot.Number, ["hash"] = snapshot.Hash } : null,
            ["files"] = new JsonObject(files.Select(name => KeyValuePair.Create(name, (JsonNode?)Checksum(Path.Combine(folder, name))))),
        };
        if (publication.Snapshot is null)
        {
            json.Remove("snapshot");
        }

        return new StringBuilder(json.ToJsonString(new() { WriteIndented = true, NewLine = "\n" })).Append('\n').ToString();
    }

    private static string Checksum(string path) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
