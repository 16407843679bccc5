using System.Security.Cryptography;
using System.Text;

namespace Gci.Editions;

/// <summary>
/// The checksums that freeze a published edition, in <c>methodology/EDITION/checksums.txt</c>: a line a file, as <c>sha256sum</c> writes them.
/// </summary>
internal static class Checksums
{
    internal const string FileName = "checksums.txt";

    /// <summary>One hash over all files: the identity of the definition that a score was made with.</summary>
    internal static string Hash(IEnumerable<SourceFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Lines(files))));

    /// <summary>The content of the checksum file.</summary>
    internal static string Lines(IEnumerable<SourceFile> files) =>
        string.Concat(files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Checksum()}  {file.Name}\n"));

    /// <summary>Compares the files of a published edition with their checksums.</summary>
    internal static void Check(SourceFile checksums, IReadOnlyCollection<SourceFile> files, Problems problems)
    {
        if (!checksums.Exists)
        {
            problems.Add(checksums.Name, 1, "The edition is published and has no checksums; run: gci freeze --edition EDITION");
            return;
        }

        var recorded = Recorded(checksums, problems);
        foreach (var file in files)
        {
            if (!recorded.TryGetValue(file.Name, out var checksum))
            {
                problems.Add(file.Name, 1, $"The edition is published, and this file was added afterwards; it is not in {checksums.Name}.");
            }
            else if (checksum != file.Checksum())
            {
                problems.Add(file.Name, 1, "The edition is published, and this file has changed since: put it back, and make the change in a new edition.");
            }
        }

        foreach (var missing in recorded.Keys.Where(name => files.All(file => file.Name != name)))
        {
            problems.Add(missing, 1, $"The edition is published, and this file of {checksums.Name} is gone: put it back.");
        }
    }

    private static Dictionary<string, string> Recorded(SourceFile checksums, Problems problems)
    {
        var recorded = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = checksums.Text(problems)?.ReplaceLineEndings("\n").Split('\n') ?? [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Split("  ", 2) is [{ Length: 64 } checksum, { Length: > 0 } name])
            {
                recorded[name] = checksum;
            }
            else if (lines[i].Length > 0)
            {
                problems.Add(checksums.Name, i + 1, "This line is not a checksum, two spaces and a file name.");
            }
        }

        return recorded;
    }
}
