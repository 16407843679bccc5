using Gci.Data.Responses;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Files;

/// <summary>Has files scanned where a scanner is configured. Where it is and does not answer, a file waits: nobody gets it until it was scanned.</summary>
public sealed partial class VirusScan(ServiceOptions options, ILogger<VirusScan> log)
{
    private readonly ClamAv? _scanner = options.ClamAv is { } place ? new(ClamAv.Place(place)!) : null;
    private int _isAway;

    public bool IsConfigured => _scanner is not null;

    /// <param name="name">What the log calls the file.</param>
    /// <returns>The state, and the name of what was found.</returns>
    public async Task<(ScanState State, string? Found)> ScanAsync(Stream content, string name, CancellationToken cancel)
    {
        if (_scanner is null)
        {
            return (ScanState.NotScanned, null);
        }

        try
        {
            var found = await _scanner.ScanAsync(content, cancel);
            if (Interlocked.Exchange(ref _isAway, 0) == 1)
            {
                Again(log);
            }

            if (found is not null)
            {
                Infected(log, name, found);
            }

            return (found is null ? ScanState.Clean : ScanState.Infected, found);
        }
        catch (IOException away)
        {
            if (Interlocked.Exchange(ref _isAway, 1) == 0)
            {
                Away(log, options.ClamAv!, away.Message);
            }

            return (ScanState.Waiting, null);
        }
    }

    [LoggerMessage(LogLevel.Error, "The virus scanner at {Place} does not scan: {Reason} Uploaded files are kept and given to nobody until it does. Start clamd, or correct --clamav.")]
    private static partial void Away(ILogger log, string place, string reason);

    [LoggerMessage(LogLevel.Warning, "The virus scanner scans again; files that waited are scanned within a minute.")]
    private static partial void Again(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The virus scanner found {Found} in {Name}.")]
    private static partial void Infected(ILogger log, string name, string found);
}
