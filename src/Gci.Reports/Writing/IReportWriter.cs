using Gci.Reports.Blocks;

namespace Gci.Reports.Writing;

/// <summary>Draws a report as a paged document. The seam for another engine: a QuestPDF writer would implement it beside the Typst one.</summary>
public interface IReportWriter
{
    /// <summary>Writes the whole document to <paramref name="output"/>, which stays open.</summary>
    /// <exception cref="MissingComponentException">The engine is not installed.</exception>
    /// <exception cref="ReportWritingException">The engine refused the report; the message is its own sentence.</exception>
    Task WriteAsync(Report report, Stream output, CancellationToken cancel);
}
