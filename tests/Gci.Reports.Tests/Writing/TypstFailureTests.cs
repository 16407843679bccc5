using Gci.Reports.Blocks;
using Gci.Reports.Writing;

namespace Gci.Reports.Tests.Writing;

public sealed class TypstFailureTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gci-reports-").FullName;

    [Fact]
    public async Task Without_the_compiler_the_message_says_how_to_install_it()
    {
        var missing = await Assert.ThrowsAsync<MissingComponentException>(() => WriteAsync(CancellationToken.None));

        Assert.Equal($"npm ci --prefix \"{folder}\"", missing.Command);
        Assert.Contains(missing.Command, missing.Message, StringComparison.Ordinal);
        Assert.Contains(missing.Component, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_engine_complains_about_becomes_one_line_and_nothing_is_written()
    {
        Engine("process.stdout.write('half a file'); process.stderr.write('first\\nsecond\\n'); process.exitCode = 3;");
        using var output = new MemoryStream();
        var failed = await Assert.ThrowsAsync<ReportWritingException>(() => WriteAsync(output, CancellationToken.None));

        Assert.Equal("first second", failed.Message);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task Cancelling_ends_the_engine()
    {
        var alive = Path.Combine(folder, "alive");
        Engine($"const fs = require('node:fs'); setInterval(() => fs.writeFileSync({System.Text.Json.JsonSerializer.Serialize(alive)}, String(process.pid)), 20);");
        using var cancel = new CancellationTokenSource();
        var writing = WriteAsync(cancel.Token);
        while (!File.Exists(alive) && !writing.IsCompleted)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        File.Delete(alive);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(File.Exists(alive), "The process still writes.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Engine(string script)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "node"))), "Node is not installed.");
        Directory.CreateDirectory(Path.Combine(folder, "node_modules", "@myriaddreamin", "typst-ts-node-compiler"));
        File.WriteAllText(Path.Combine(folder, "compile.mjs"), "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" + script);
    }

    private Task WriteAsync(CancellationToken cancel) => WriteAsync(Stream.Null, cancel);

    private Task WriteAsync(Stream output, CancellationToken cancel) => new TypstReportWriter(folder).WriteAsync(Written.Of(new Heading(1, "A")), output, cancel);
}
