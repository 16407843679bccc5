using Gci.Editions;
using Spectre.Console;

namespace Gci.Cli;

/// <summary>Where a command speaks: results on standard output, problems and progress on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(error) });

    internal TextWriter Output => output;

    /// <summary>Every problem on its own line.</summary>
    internal void Report(Problems problems)
    {
        foreach (var problem in problems.InOrder())
        {
            error.WriteLine(problem);
        }
    }

    internal void Say(string sentence) => error.WriteLine(sentence);

    /// <summary>Runs steps one after another, under a progress bar in a terminal and with one plain line a step elsewhere.</summary>
    internal async Task RunAsync(IReadOnlyList<(string Title, Func<Task> Work)> steps)
    {
        if (!_console.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            foreach (var (title, work) in steps)
            {
                await error.WriteLineAsync($"{title} …");
                await work();
            }

            return;
        }

        await _console.Progress().HideCompleted(false).StartAsync(async context =>
        {
            var tasks = steps.Select(step => context.AddTask(Markup.Escape(step.Title), autoStart: false)).ToArray();
            foreach (var (task, (_, work)) in tasks.Zip(steps))
            {
                task.IsIndeterminate = true;
                task.StartTask();
                await work();
                task.IsIndeterminate = false;
                task.Value = task.MaxValue;
                task.StopTask();
            }
        });
    }

    /// <summary>Runs one long work that tells how far it is: a progress bar in a terminal, one plain line elsewhere.</summary>
    internal async Task RunAsync(string title, long steps, Action<IProgress<long>> work)
    {
        if (!_console.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            await error.WriteLineAsync($"{title} …");
            await Task.Run(() => work(new Told(_ => { })));
            return;
        }

        await _console.Progress().HideCompleted(false).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: steps);
            await Task.Run(() => work(new Told(done => task.Value = done)));
            task.Value = steps;
        });
    }

    private sealed class Told(Action<long> done) : IProgress<long>
    {
        public void Report(long value) => done(value);
    }
}
