using Xunit;

namespace Gci.Testing;

/// <summary>
/// Reference data too large for the repository: the folder <c>shared</c> beside the checkout, or where GCI_SHARED says. A test that needs
/// it is skipped where it is absent.
/// </summary>
public static class Shared
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("GCI_SHARED") is { Length: > 0 } folder ? folder : Path.GetFullPath(Repository.At("..", "shared"));

    /// <summary>A file or folder of it.</summary>
    public static string At(params ReadOnlySpan<string> parts)
    {
        Assert.SkipUnless(
            Directory.Exists(Folder), $"The reference data are not there: no folder {Folder}. Put it beside the checkout or name it in GCI_SHARED.");
        return Path.Combine([Folder, .. parts]);
    }

    /// <summary>A file of reference results.</summary>
    public static string Oracle(string name) => At("oracle", name);

    /// <summary>A table of reference results.</summary>
    public static Csv OracleTable(string name) => Csv.Read(Oracle(name));
}
