using System.Collections.Concurrent;
using Gci.Editions;
using Gci.Testing;

namespace Gci.Web.Tests;

/// <summary>The shipped editions, each read once.</summary>
internal static class TestEditions
{
    private static readonly ConcurrentDictionary<string, Edition> s_read = new();

    internal static Edition Of(string id) => s_read.GetOrAdd(id, one =>
    {
        var problems = new Problems();
        return new EditionsFolder(Repository.Root).Load(one, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
    });
}
