namespace Gci.Cli;

/// <summary>The project's own folder, which holds the editions it ships.</summary>
internal static class Home
{
    /// <summary>GCI_HOME where it is set, otherwise the nearest folder above the program that holds editions, otherwise the current one.</summary>
    internal static string Folder()
    {
        if (Environment.GetEnvironmentVariable("GCI_HOME") is { Length: > 0 } home)
        {
            return home;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "methodology")) && Directory.Exists(Path.Combine(folder.FullName, "questionnaires")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
