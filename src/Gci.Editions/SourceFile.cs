using System.Security.Cryptography;
using System.Text;

namespace Gci.Editions;

/// <summary>A definition file: where it lies and how it is named in messages, relative to the editions' root with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Name)
{
    private const long Largest = 4 << 20;

    /// <summary>A text that is read as if it lay on disk; null where the file there is meant.</summary>
    internal string? Drafted { get; init; }

    internal bool Exists => Drafted is not null || File.Exists(Path);

    /// <summary>The text, or null with the reason among the problems.</summary>
    internal string? Text(Problems problems)
    {
        if (!Exists)
        {
            problems.Add(Name, 1, "The file is missing.");
            return null;
        }

        if ((Drafted is null ? new FileInfo(Path).Length : Encoding.UTF8.GetByteCount(Drafted)) > Largest)
        {
            problems.Add(Name, 1, $"The file is larger than {Largest >> 20} MiB.");
            return null;
        }

        try
        {
            return (Drafted ?? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(Path))).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            problems.Add(Name, 1, "The file is not UTF-8 text; save it as UTF-8.");
            return null;
        }
    }

    /// <summary>SHA-256 of the content with line ends as <c>\n</c>, in lower-case hexadecimal.</summary>
    internal string Checksum()
    {
        var text = (Drafted ?? Encoding.UTF8.GetString(File.ReadAllBytes(Path))).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
