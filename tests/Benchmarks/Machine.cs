using System.Globalization;
using System.Runtime.InteropServices;

namespace Gci.Benchmarks;

/// <summary>The machine and the day of a measurement, in one sentence a line.</summary>
internal static class Machine
{
    internal static string Describe() => string.Join(Environment.NewLine,
    [
        $"Date       {TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}",
        $"Processor  {Line("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores",
        $"Memory     {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 20)} MB",
        $"System     {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        $"Load       {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "not known")}",
    ]);

    private static string Line(string path, string key) => !File.Exists(path)
        ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines(path).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "not known";
}
