namespace Gci.Benchmarks.Robustness;

/// <summary>Times work that other work on the machine can only make slower.</summary>
internal static class Clock
{
    internal static double Seconds(Action work)
    {
        var start = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The times of several runs, least first.</summary>
    internal static double[] Several(int runs, Action work) => [.. Enumerable.Range(0, runs).Select(_ => Seconds(work)).Order()];

    internal static double Median(this double[] ordered) => ordered[ordered.Length / 2];

    /// <summary>The same work on so many threads at once, each again and again.</summary>
    internal static void Together(int threads, int times, Action work)
    {
        Thread[] all = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => Repeat(times, work)))];
        Array.ForEach(all, thread => thread.Start());
        Array.ForEach(all, thread => thread.Join());
    }

    private static void Repeat(int times, Action work)
    {
        for (var time = 0; time < times; time++)
        {
            work();
        }
    }
}
