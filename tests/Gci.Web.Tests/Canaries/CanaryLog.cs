using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Tests.Canaries;

/// <summary>Keeps every line of the log that holds a canary, and counts the others.</summary>
public sealed class CanaryLog : ILoggerProvider, ILogger
{
    private int _lines;

    internal ConcurrentQueue<string> Found { get; } = [];

    internal int Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref _lines);
        var line = $"{formatter(state, exception)} {exception}";
        if (line.Contains("canary-", StringComparison.Ordinal))
        {
            Found.Enqueue(line);
        }
    }

    public void Dispose()
    {
    }
}
