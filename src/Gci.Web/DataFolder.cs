namespace Gci.Web;

/// <summary>The folder of the service's data: it is there and can be written before anything else is begun.</summary>
internal static class DataFolder
{
    /// <exception cref="CannotStartException">It cannot be made, or nothing can be written into it.</exception>
    internal static void Prepare(string path)
    {
        var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(path);
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {path} cannot be written: {e.Message} Make it writable for whoever runs the service, or name another one with --data.");
        }
    }
}
