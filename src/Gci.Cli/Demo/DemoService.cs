using System.CommandLine;
using System.Globalization;
using Gci.Cli.Verbs;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Web;

namespace Gci.Cli.Demo;

/// <summary>The service that the demonstration fills once, keeps afterwards, and serves.</summary>
internal sealed class DemoService
{
    private readonly ServiceSettings _settings = new(Path.Combine("data", "demo"));
    private readonly ListeningSettings _listening = new();
    private readonly Option<bool> _noServe = new("--no-serve") { Description = "Stop when the data are made" };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Delete the data of an earlier demonstration and make them anew" };

    internal void AddTo(Command command, SharedOptions shared)
    {
        _settings.AddTo(command, shared);
        _listening.AddTo(command);
        command.Options.Add(_noServe);
        command.Options.Add(_fresh);
    }

    /// <summary>Ends a verb before it does anything where what was asked for cannot be.</summary>
    internal ServiceOptions Options(ParseResult parsed, SharedOptions shared) =>
        _listening.Of(parsed, _settings.Of(parsed, shared) with { IsDemonstration = true, RunJobs = true });

    /// <summary>Whether data have to be made; asked before anything is written.</summary>
    internal Task<bool> MustBeMadeAsync(ParseResult parsed, ServiceOptions options, CancellationToken cancel) => new DemoData(options).MustBeMadeAsync(parsed.GetValue(_fresh), cancel);

    /// <param name="isNew">Whether the data have to be made.</param>
    /// <param name="edition">The edition that all countries have answered.</param>
    /// <param name="open">The edition that they are answering now; null where there is none.</param>
    internal async Task<int> RunAsync(
        Terminal terminal, ParseResult parsed, ServiceOptions options, bool isNew, Edition edition, IReadOnlyList<AnswerRow> rows, Edition? open, CancellationToken cancel)
    {
        var data = new DemoData(options);
        if (isNew)
        {
            await data.EmptyAsync(cancel);
        }

        await using var service = await ServeVerb.ServiceAsync(options, cancel);
        var people = new DemoPeople(open ?? edition);
        if (isNew)
        {
            var begin = TimeProvider.System.GetTimestamp();
            await terminal.RunAsync([("Service", () => new DemoSeed(service.Services).RunAsync(people, edition, rows, open, cancel))]);
            await File.WriteAllTextAsync(data.Accounts, DemoAccountsTable.File(people, open ?? edition), cancel);
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"The service's data were made in {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:0.0} s."));
        }
        else
        {
            terminal.Say($"The data of an earlier demonstration in {options.Data} are kept as they are; --fresh makes them anew.");
        }

        await SayAsync(terminal, people, data, open ?? edition);
        return parsed.GetValue(_noServe) ? ExitCode.Done : await ServeVerb.RunAsync(terminal, service, options, cancel);
    }

    private static async Task SayAsync(Terminal terminal, DemoPeople people, DemoData data, Edition edition)
    {
        await terminal.Output.WriteLineAsync();
        await terminal.Output.WriteAsync(DemoAccountsTable.Text(people.Shown, edition));
        await terminal.Output.WriteLineAsync();
        await terminal.Output.WriteLineAsync($"Illustrative accounts: invented people. The password of all: {DemoPeople.Password}");
        await terminal.Output.WriteLineAsync($"Every country has a focal point; all accounts: {data.Accounts}");
    }
}
