using System.Collections.Immutable;

namespace Gci.Editions.Drafting;

/// <summary>The editions over which a draft is laid. They are read once, however many steps are taken on them.</summary>
internal sealed class DraftGround(EditionsFolder folder, string id)
{
    private readonly Lazy<Dictionary<string, (Edition? Edition, Problems Problems)>> _editions = new(() => folder.LoadAll(folder.Ids.Where(other => other != id)));

    private readonly Lazy<ImmutableDictionary<string, AskedQuestions?>> _asked = new(() => folder.Ids.Where(other => other != id)
        .ToImmutableDictionary(other => other, other => AskedQuestions.Read(folder.Root, other, new()), StringComparer.Ordinal));

    internal EditionsFolder Folder => folder;

    /// <summary>Codes that the other editions have, or had in a draft.</summary>
    internal IEnumerable<string> Codes => _asked.Value.Values.SelectMany(asked => asked?.Codes ?? []);

    /// <summary>What another edition asks; null where it asks nothing.</summary>
    internal AskedQuestions? Asked(string other) => _asked.Value.GetValueOrDefault(other);

    /// <summary>The edition that these files make, as <c>gci check</c> reads it.</summary>
    internal Edition? Load(IEnumerable<KeyValuePair<string, string>> files, Problems problems) =>
        folder.With(files).LoadAmongOthers(id, new(_editions.Value, StringComparer.Ordinal), problems);
}
