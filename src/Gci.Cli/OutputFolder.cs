namespace Gci.Cli;

/// <summary>Writes files so that a folder has all of them or none: first beside it, then moved into place.</summary>
internal static class OutputFolder
{
    /// <summary>
    /// Makes the files in a folder beside <paramref name="folder"/> and moves them in, with their subfolders, when all are made. Other
    /// files in the folder stay. Where anything fails, the folder is as it was before.
    /// </summary>
    internal static async Task WriteAsync(string folder, Func<string, Task> make)
    {
        var target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var staging = $"{target}.{Path.GetRandomFileName()}";
        var added = FirstMissing(Path.GetDirectoryName(target)!);
        try
        {
            Directory.CreateDirectory(staging);
            await make(staging);
            Move(staging, target);
            added = null;
        }
        finally
        {
            Delete(staging);
            Delete(added);
        }
    }

    /// <summary>Writes one text file whole or not at all.</summary>
    internal static Task WriteFileAsync(string path, string content)
    {
        var target = Path.GetFullPath(path);
        return WriteAsync(Path.GetDirectoryName(target)!, staging => File.WriteAllTextAsync(Path.Combine(staging, Path.GetFileName(target)), content));
    }

    // What is in the way is kept aside until every file is in its place, so that a failure puts everything back.
    private static void Move(string staging, string target)
    {
        var kept = $"{staging}.kept";
        var undo = new Stack<Action>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(staging, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(staging, file);
                MoveFile(file, Path.Combine(target, name), Path.Combine(kept, name), undo);
            }
        }
        catch
        {
            while (undo.TryPop(out var step))
            {
                step();
            }

            throw;
        }
        finally
        {
            Delete(kept);
        }
    }

    private static void MoveFile(string from, string to, string kept, Stack<Action> undo)
    {
        var added = FirstMissing(Path.GetDirectoryName(to)!);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        undo.Push(() => Delete(added));
        if (File.Exists(to))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Move(to, kept);
            undo.Push(() => File.Move(kept, to));
        }

        File.Move(from, to);
        undo.Push(() => File.Delete(to));
    }

    // The highest folder that would have to be made, so that it can be taken away again.
    private static string? FirstMissing(string folder)
    {
        string? missing = null;
        for (var above = folder; above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above))
        {
            missing = above;
        }

        return missing;
    }

    private static void Delete(string? folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
