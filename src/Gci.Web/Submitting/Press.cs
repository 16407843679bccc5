using Gci.Reports.Blocks;
using Gci.Reports.Writing;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Submitting;

/// <summary>Draws documents as PDF, a few at once: each takes a process of its own with some hundred megabytes.</summary>
public sealed partial class Press(IReportWriter writer, ServiceOptions options, ILogger<Press> log) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.PdfsAtOnce);

    /// <summary>The PDF; null where the engine is not installed, which is logged with the command that installs it.</summary>
    public async Task<byte[]?> DrawAsync(Report report, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            using var pdf = new MemoryStream();
            await writer.WriteAsync(report, pdf, cancel);
            return pdf.ToArray();
        }
        catch (MissingComponentException missing)
        {
            Missing(log, missing.Message);
            return null;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "No PDF can be made. {Reason}")]
    private static partial void Missing(ILogger log, string reason);
}
