using System.Runtime.CompilerServices;
using Xunit;

namespace Gci.Testing;

/// <summary>Compares text with a file in the folder <c>golden</c> beside the test. GCI_ACCEPT=1 rewrites the files; git shows what changed.</summary>
public static class Golden
{
    public static void Matches(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "golden", name);
        if (Environment.GetEnvironmentVariable("GCI_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no golden file {path}; run the tests with GCI_ACCEPT=1 to make it.");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }
}
