using System.Diagnostics;
using System.Globalization;
using Gci.Benchmarks.Robustness;
using Gci.Editions.Results;
using Gci.Reports;
using Gci.Reports.Writing;

namespace Gci.Benchmarks;

/// <summary>The report and the workbook of the published figures of all countries, each run in a fresh process.</summary>
internal static class WholeRuns
{
    private const int Runs = 3;
    private static readonly string[] s_names = ["Pdf194", "Workbook194"];

    /// <summary>Writes one file to nowhere and prints how many seconds that took, from results to bytes; or a run of draws, and prints its memory.</summary>
    internal static async Task RunAsync(string name, TextWriter output, CancellationToken cancel)
    {
        if (RobustnessMemory.Is(name))
        {
            await RobustnessMemory.RunAsync(name, output);
            return;
        }

        var edition = Editions.Load();
        var publication = new Publication(EditionResults.Of(edition, edition.Published!.Points), Disclosure.Pillars);
        var clock = TimeProvider.System;
        var (file, start) = (new MemoryStream(), clock.GetTimestamp());
        if (name == s_names[0])
        {
            await new TypstReportWriter().WriteAsync(ResultsReport.Of(publication), file, cancel);
        }
        else
        {
            WorkbookWriter.Write(ResultsWorkbook.Of(publication), file);
        }

        await output.WriteLineAsync(clock.GetElapsedTime(start).TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
    }

    internal static async Task<IEnumerable<Figure>> MeasureAsync(string pattern, CancellationToken cancel)
    {
        var figures = new List<Figure>();
        foreach (var name in s_names.Where(name => Names.Match(pattern, name)))
        {
            var runs = new List<(double Seconds, double Megabytes)>();
            for (var run = 0; run < Runs; run++)
            {
                runs.Add(await InFreshProcessAsync(name, cancel));
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {runs[run].Seconds:0.00} s, {runs[run].Megabytes:0} MB"));
            }

            var seconds = runs.Select(run => run.Seconds).Order().ElementAt(Runs / 2);
            figures.Add(name == s_names[0]
                ? new(name, "PDF of 194 country profiles, median of three fresh processes", seconds, 8, "s")
                : new(name, "Workbook of 194 countries, median of three fresh processes", seconds, 2, "s"));
            if (name == s_names[0])
            {
                figures.Add(new(name, "the same, most memory at once of .NET and its Node child", runs.Max(run => run.Megabytes), 600, "MB"));
            }
        }

        return figures;
    }

    internal static async Task<(double Said, double Megabytes)> InFreshProcessAsync(string name, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. IsHost ? [typeof(WholeRuns).Assembly.Location] : Array.Empty<string>(), "--alone", name])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var most = ProcessTree.MostMemoryAsync(process, cancel);
        var said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0
            ? (double.Parse(said, CultureInfo.InvariantCulture), await most)
            : throw new InvalidOperationException($"{name} ended with code {process.ExitCode}; see above.");
    }

    private static bool IsHost => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
}
