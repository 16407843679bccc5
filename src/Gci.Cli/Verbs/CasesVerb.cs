using System.CommandLine;
using Gci.Editions;
using Gci.Editions.Cases;

namespace Gci.Cli.Verbs;

/// <summary><c>gci cases</c>: scored examples that the methodology team writes without code.</summary>
internal static class CasesVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var folder = new Option<string?>("--cases") { Description = "Folder of case files (default: tests/cases)", HelpName = "DIR" };
        var command = new Command("cases", "Run the scored examples of tests/cases") { folder, options.Editions };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var cases = CasesReader.Read(parsed.GetValue(folder) ?? Path.Combine(Home.Folder(), "tests", "cases"), problems);
            var editions = options.Folder(parsed);
            var failed = 0;
            foreach (var group in cases.GroupBy(example => example.Edition))
            {
                if (editions.Load(group.Key, problems) is { } edition)
                {
                    var runs = group.Select(example => CaseRun.Of(example, edition)).ToArray();
                    Array.ForEach(runs, problems.Add);
                    failed += runs.Count(run => run.Any);
                }
                else
                {
                    failed += group.Count();
                }
            }

            terminal.Output.WriteLine($"{cases.Count - failed} passed, {failed} failed");
            WrongInputException.ThrowIfAny(problems);
            return ExitCode.Done;
        });
        return command;
    }
}
