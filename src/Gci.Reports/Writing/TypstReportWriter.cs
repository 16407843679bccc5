using System.Reflection;
using Gci.Reports.Blocks;
using Gci.Reports.Writing.Pdf;

namespace Gci.Reports.Writing;

/// <summary>Draws a report as an accessible PDF (PDF/UA-1) with Typst, in one short-lived Node process a report.</summary>
/// <remarks>The template gets the report as JSON and never as Typst source, so no text of a report is read as mark-up.</remarks>
public sealed class TypstReportWriter : IReportWriter
{
    private const string Compiler = "@myriaddreamin/typst-ts-node-compiler";
    private readonly string folder;

    public TypstReportWriter()
        : this(FindFolder())
    {
    }

    /// <param name="folder">The folder that holds compile.mjs, the template and node_modules.</param>
    public TypstReportWriter(string folder) => this.folder = folder;

    public async Task WriteAsync(Report report, Stream output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", Compiler)))
        {
            throw new MissingComponentException("The Typst compiler", $"npm ci --prefix \"{folder}\"");
        }

        await NodeProcess.RunAsync(Path.Combine(folder, "compile.mjs"), ReportJson.Of(report), output, cancel).ConfigureAwait(false);
    }

    private static string FindFolder()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "Typst");
        var source = typeof(TypstReportWriter).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "TypstFolder")?.Value;
        return Directory.Exists(beside) || source is null ? beside : source;
    }
}
