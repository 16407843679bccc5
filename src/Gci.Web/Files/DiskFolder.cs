using System.Runtime.InteropServices;
using System.Text;

namespace Gci.Web.Files;

/// <summary>Makes what happened to a folder's names last: after a rename, the name itself is only safe once the folder was flushed.</summary>
internal static class DiskFolder
{
    internal static void Flush(string path)
    {
        // Windows journals names by itself and flushes no folders.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (folder < 0)
        {
            throw new IOException($"{path} cannot be flushed to disk: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        var flushed = Sync(folder);
        _ = Close(folder);
        if (flushed != 0)
        {
            throw new IOException($"{path} was not flushed to disk.");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
