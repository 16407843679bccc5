using Gci.Editions;
using Gci.Testing;

namespace Gci.Data.Tests;

/// <summary>The shipped editions.</summary>
internal static class TestEdition
{
    private static readonly Lazy<Edition> s_edition = new(() => Load("2024"));
    private static readonly Lazy<Edition> s_later = new(() => Load("2026"));

    internal static Edition Edition => s_edition.Value;

    /// <summary>The edition 2026, which is derived from 2024.</summary>
    internal static Edition Later => s_later.Value;

    private static Edition Load(string id)
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.Root).Load(id, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
    }
}
