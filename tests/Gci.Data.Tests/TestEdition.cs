using Gci.Editions;
using Gci.Testing;

namespace Gci.Data.Tests;

/// <summary>The shipped edition 2024.</summary>
internal static class TestEdition
{
    private static readonly Lazy<Edition> s_edition = new(() =>
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.Root).Load("2024", problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
    });

    internal static Edition Edition => s_edition.Value;
}
