using Gci.Testing;
using Gci.Web.Jobs;
using Microsoft.Extensions.Logging;

namespace Gci.Web.Tests.Jobs;

/// <summary>What goes wrong in the background is said once.</summary>
public sealed class WorkLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lines _lines = new();
    private readonly WorkLog _work;

    public WorkLogTests()
    {
        Directory.CreateDirectory(_folder.At("data"));
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(_lines));
        _work = new(new(new() { Editions = "", Data = _folder.At("data") }), factory.CreateLogger<WorkLog>());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_trouble_is_logged_once_and_its_end_once()
    {
        foreach (var trouble in (string?[])["The disk is full.", "The disk is full.", "The disk is gone.", null, null, "The disk is full."])
        {
            await _work.RunAsync("seals", "See to the disk.", _ => trouble is null ? Task.CompletedTask : throw new IOException(trouble), Cancel);
        }

        Assert.Equal(
            ["The job seals failed and is tried again. See to the disk.", "The job seals failed and is tried again. See to the disk.", "The job seals works again.", "The job seals failed and is tried again. See to the disk."],
            _lines.Said);
    }

    [Fact]
    public async Task Work_that_is_broken_off_because_the_service_ends_is_no_trouble()
    {
        using var end = new CancellationTokenSource();

        await _work.RunAsync("seals", "", async stop =>
        {
            await end.CancelAsync();
            stop.ThrowIfCancellationRequested();
        }, end.Token);

        Assert.Empty(_lines.Said);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
