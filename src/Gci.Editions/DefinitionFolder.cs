using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Gci.Editions;

/// <summary>One folder of definitions, such as <c>questionnaires/2024</c>.</summary>
/// <param name="Drafted">Texts by name that are read as if they lay on disk, in place of what lies there.</param>
internal sealed record DefinitionFolder(string Path, string Name, ImmutableSortedDictionary<string, string> Drafted)
{
    internal bool Exists => Directory.Exists(Path) || DraftedBelow().Any();

    internal SourceFile File(string name) =>
        new(System.IO.Path.Combine(Path, name), $"{Name}/{name}") { Drafted = Drafted.GetValueOrDefault($"{Name}/{name}") };

    internal DefinitionFolder Folder(string name) => new(System.IO.Path.Combine(Path, name), Name.Length == 0 ? name : $"{Name}/{name}", Drafted);

    /// <summary>Names of the YAML files that lie directly in the folder, in ordinal order.</summary>
    internal IReadOnlyList<string> YamlFiles() => Names("*.yaml");

    /// <summary>Names of the folders that lie directly in this one, in ordinal order.</summary>
    internal IReadOnlyList<string> Folders() => InOrder(
        Directory.Exists(Path) ? Directory.EnumerateDirectories(Path) : [],
        DraftedBelow().Where(name => name.Contains('/', StringComparison.Ordinal)).Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)]));

    internal IReadOnlyList<string> Names(string pattern) => InOrder(
        Directory.Exists(Path) ? Directory.EnumerateFiles(Path, pattern) : [],
        DraftedBelow().Where(name => !name.Contains('/', StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(pattern, name)));

    private static IReadOnlyList<string> InOrder(IEnumerable<string> paths, IEnumerable<string> drafted) =>
        [.. paths.Select(path => System.IO.Path.GetFileName(path)).Concat(drafted).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Names of the drafted texts below this folder, without its own.</summary>
    private IEnumerable<string> DraftedBelow() =>
        Drafted.Keys.Where(name => name.StartsWith($"{Name}/", StringComparison.Ordinal)).Select(name => name[(Name.Length + 1)..]);
}
