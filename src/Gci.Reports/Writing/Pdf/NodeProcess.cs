using System.ComponentModel;
using System.Diagnostics;

namespace Gci.Reports.Writing.Pdf;

/// <summary>Runs a Node script that reads its standard input and answers on its standard output.</summary>
internal static class NodeProcess
{
    public static async Task RunAsync(string script, byte[] input, Stream output, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = Start(script);
        try
        {
            var complaint = process.StandardError.ReadToEndAsync(cancel);
            var feeding = FeedAsync(process, input, cancel);

            // Collected first: a report that fails half-way leaves nothing in the caller's stream.
            using var answer = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(answer, cancel).ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new ReportWritingException(Sentence(await complaint.ConfigureAwait(false), process.ExitCode));
            }

            answer.Position = 0;
            await answer.CopyToAsync(output, cancel).ConfigureAwait(false);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string script)
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { script },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new MissingComponentException("Node.js (version 20 or later)", "apt-get install nodejs, or see nodejs.org");
        }
    }

    private static async Task FeedAsync(Process process, byte[] input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The script ended before it had read everything; its exit code and its complaint say why.
        }
    }

    private static string Sentence(string complaint, int code)
    {
        var line = complaint.Trim().ReplaceLineEndings(" ");
        return line.Length > 0 ? line : $"Node ended with code {code}.";
    }
}
