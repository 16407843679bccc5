using Gci.Testing;

namespace Gci.Editions.Tests;

/// <summary>The definitions that the project carries.</summary>
internal static class Shipped
{
    private static readonly Lazy<Edition> s_edition2024 = new(() => Load("2024"));

    private static readonly Lazy<Edition> s_edition2026 = new(() => Load("2026"));

    private static readonly Lazy<Edition> s_edition2020 = new(() => Load("2020"));

    internal static EditionsFolder Folder { get; } = new(Repository.Root);

    internal static Edition Edition2024 => s_edition2024.Value;

    internal static Edition Edition2026 => s_edition2026.Value;

    internal static Edition Edition2020 => s_edition2020.Value;

    /// <summary>All definition files and scored examples by their paths below the root, with forward slashes.</summary>
    internal static IReadOnlyList<string> Files { get; } =
    [
        .. new[] { "methodology", "questionnaires", "tests/cases" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    internal static IEnumerable<string> YamlFiles => Files.Where(file => file.EndsWith(".yaml", StringComparison.Ordinal));

    /// <summary>An edition that asks something.</summary>
    internal static Edition Asking(string id) => id switch
    {
        "2024" => Edition2024,
        "2026" => Edition2026,
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };

    private static Edition Load(string id)
    {
        var problems = new Problems();
        var edition = Folder.Load(id, problems);
        Assert.Empty(problems.InOrder());
        return edition!;
    }
}
