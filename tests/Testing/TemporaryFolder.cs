using System.Security.Cryptography;
using System.Text;

namespace Gci.Testing;

/// <summary>A folder of its own for one test, taken away at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gci-test-").FullName;

    /// <summary>A file or folder in it, there or not.</summary>
    public string At(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a text as UTF-8, into a folder of its own where the name has one, and returns its path.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), Encoding.UTF8.GetBytes(text));
        return At(name);
    }

    /// <summary>Every file and folder below a folder, with the checksum of each file; empty where there is no such folder.</summary>
    public static string[] Content(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{System.IO.Path.GetRelativePath(folder, path)} {(File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "folder")}"),
    ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
