using System.Collections.Immutable;
using System.Text.Json;

namespace Gci.Web.Moving;

/// <summary>What an archive says of itself; its last part.</summary>
/// <param name="Definition">The hash of the edition's definition where it was written; null where the edition was not defined there.</param>
/// <param name="Parts">SHA-256 of every other part, by name.</param>
/// <param name="Rows">How many rows each table has.</param>
internal sealed record ArchiveManifest(
    string Format, string Edition, string? Definition, ImmutableSortedDictionary<string, string> Parts, ImmutableSortedDictionary<string, int> Rows)
{
    internal const string Name = "manifest.json";

    /// <summary>Raised whenever an earlier program could not read what is written.</summary>
    internal const string Present = "gci-edition-2";

    // Without drafts, which this program does not miss.
    private const string First = "gci-edition-1";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Whether archives of this format have the table.</summary>
    internal bool Has(string table) => Format == Present || !table.StartsWith("draft", StringComparison.Ordinal);

    internal string Text() => JsonSerializer.Serialize(this, s_json) + "\n";

    /// <exception cref="DamagedArchiveException">It is not one, or of another version.</exception>
    internal static ArchiveManifest Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ArchiveManifest>(text, s_json) is { Format: Present or First, Edition: not null, Parts: not null, Rows: not null } manifest
                ? manifest
                : throw new DamagedArchiveException("The manifest is of another version of the program.");
        }
        catch (JsonException)
        {
            throw new DamagedArchiveException("The manifest cannot be read.");
        }
    }
}
