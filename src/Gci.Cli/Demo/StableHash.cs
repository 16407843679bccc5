namespace Gci.Cli.Demo;

/// <summary>FNV-1a over the letters of a text: the same on every machine, which string hashes of the runtime are not.</summary>
internal static class StableHash
{
    internal static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        // The last letters of a code must stir all bits, or neighbours would keep their order in every country.
        hash ^= hash >> 15;
        hash = unchecked(hash * 2246822519u);
        return hash ^ (hash >> 13);
    }

    /// <summary>A share in [0, 1).</summary>
    internal static double Share(string text) => Of(text) / 4294967296.0;
}
