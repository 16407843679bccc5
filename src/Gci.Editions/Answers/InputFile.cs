namespace Gci.Editions.Answers;

/// <summary>A file that somebody handed in, read whole.</summary>
public static class InputFile
{
    /// <summary>The largest file that is read, in MiB.</summary>
    public const int LargestMebibytes = 64;

    /// <summary>The most rows that one file may hold.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>The content, or null with the reason among the problems.</summary>
    public static byte[]? Bytes(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!File.Exists(path))
        {
            problems.Add(path, 1, Directory.Exists(path) ? "This is a folder, not a file." : "The file is missing.");
            return null;
        }

        try
        {
            using var stream = File.OpenRead(path);
            return Bytes(path, stream, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(path, 1, "The file cannot be opened; see whether another program holds it and whether you may read it.");
            return null;
        }
    }

    // Counted while reading: a pipe or a device has no length to ask for.
    private static byte[]? Bytes(string path, Stream stream, Problems problems)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > LargestMebibytes << 20)
            {
                problems.Add(path, 1, $"The file is larger than {LargestMebibytes} MiB; hand the answers in in several files.");
                return null;
            }
        }

        return content.ToArray();
    }
}
