using System.Diagnostics;
using System.Globalization;

namespace Gci.Benchmarks;

/// <summary>The memory of a process and of all that it started, looked up in /proc every few milliseconds.</summary>
internal static class ProcessTree
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The largest sum of resident memory in MB until the process ends; NaN where there is no /proc.</summary>
    internal static async Task<double> MostMemoryAsync(Process process, CancellationToken cancel)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return double.NaN;
        }

        var most = 0.0;
        while (!process.HasExited)
        {
            most = Math.Max(most, Megabytes(process.Id));
            await Task.Delay(s_pause, cancel);
        }

        return most;
    }

    /// <summary>A line of this process's own memory in MB, such as VmHWM, the most so far; NaN where there is no /proc.</summary>
    internal static double Resident(string line) => !File.Exists("/proc/self/status") ? double.NaN
        : Number(File.ReadLines("/proc/self/status").First(read => read.StartsWith(line, StringComparison.Ordinal)).Split(':')[1].Trim().Split(' ')[0]) / 1024.0;

    /// <summary>Lets the most so far begin again from what is held now.</summary>
    internal static Task ForgetMostAsync() => File.Exists("/proc/self/clear_refs") ? File.WriteAllTextAsync("/proc/self/clear_refs", "5") : Task.CompletedTask;

    private static double Megabytes(int root)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => Status(name!)).OfType<(int Id, int Parent, double Memory)>().ToArray();
        return OfTree(root);

        double OfTree(int id) => all.Where(entry => entry.Id == id).Sum(entry => entry.Memory) + all.Where(entry => entry.Parent == id).Sum(child => OfTree(child.Id));
    }

    private static (int Id, int Parent, double Memory)? Status(string id)
    {
        try
        {
            var lines = File.ReadAllLines($"/proc/{id}/status").Select(line => line.Split(':', 2)).ToDictionary(line => line[0], line => line[1].Trim());
            return (Number(id), Number(lines["PPid"]), lines.TryGetValue("VmRSS", out var resident) ? Number(resident.Split(' ')[0]) / 1024.0 : 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended between being listed and being read.
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
