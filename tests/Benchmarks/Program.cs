using System.CommandLine;
using Gci.Benchmarks;

var filter = new Option<string>("--filter") { Description = "Only what the pattern names, such as *10000 or Pdf*", HelpName = "PATTERN", DefaultValueFactory = _ => "*" };
var alone = new Option<string?>("--alone") { Description = "One whole run in this process, which prints its seconds; the parent measures its memory", Hidden = true };
var command = new RootCommand("Measures scoring, the report and the workbook, and prints the figures beside their goals.") { filter, alone };
command.SetAction(async (parsed, cancel) =>
{
    if (parsed.GetValue(alone) is { } name)
    {
        await WholeRuns.RunAsync(name, Console.Out, cancel);
        return;
    }

    var pattern = parsed.GetRequiredValue(filter);
    var measured = (await WholeRuns.MeasureAsync(pattern, cancel)).Concat(ScoringRuns.Measure(pattern)).ToArray();
    Figures.Print(measured, Console.Out);
});
return await command.Parse(args).InvokeAsync();
