namespace Gci.Editions;

/// <summary>One folder of definitions, such as <c>questionnaires/2024</c>.</summary>
internal sealed record DefinitionFolder(string Path, string Name)
{
    internal bool Exists => Directory.Exists(Path);

    internal SourceFile File(string name) => new(System.IO.Path.Combine(Path, name), $"{Name}/{name}");

    internal DefinitionFolder Folder(string name) => new(System.IO.Path.Combine(Path, name), Name.Length == 0 ? name : $"{Name}/{name}");

    /// <summary>Names of the YAML files that lie directly in the folder, in ordinal order.</summary>
    internal IReadOnlyList<string> YamlFiles() => Names("*.yaml");

    /// <summary>Names of the folders that lie directly in this one, in ordinal order.</summary>
    internal IReadOnlyList<string> Folders() => Exists
        ? [.. Directory.EnumerateDirectories(Path).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];

    internal IReadOnlyList<string> Names(string pattern) => Exists
        ? [.. Directory.EnumerateFiles(Path, pattern).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];
}
