using System.CommandLine;
using Gci.Benchmarks;
using Gci.Benchmarks.Robustness;
using Gci.Benchmarks.Service;

var filter = new Option<string>("--filter") { Description = "Only what the pattern names, such as *10000, Pdf* or Service*", HelpName = "PATTERN", DefaultValueFactory = _ => "*" };
var alone = new Option<string?>("--alone") { Description = "One whole run in this process, which prints its seconds; the parent measures its memory", Hidden = true };
var serve = new Option<string?>("--serve") { Description = "The service on a folder of data, for the parent's load", Hidden = true };
var at = new Option<string>("--at") { Hidden = true, DefaultValueFactory = _ => "http://127.0.0.1:5080" };
var database = new Option<string?>("--database") { Hidden = true };
var command = new RootCommand("Measures scoring, studies of tiers, the report, the workbook and the service, and prints the figures beside their goals.") { filter, alone, serve, at, database };
command.SetAction(async (parsed, cancel) =>
{
    if (parsed.GetValue(alone) is { } name)
    {
        await WholeRuns.RunAsync(name, Console.Out, cancel);
        return;
    }

    if (parsed.GetValue(serve) is { } data)
    {
        await BenchedService.ServeAsync(data, parsed.GetValue(database), parsed.GetRequiredValue(at), cancel);
        return;
    }

    var pattern = parsed.GetRequiredValue(filter);
    var measured = (await WholeRuns.MeasureAsync(pattern, cancel)).Concat(await ServiceRuns.MeasureAsync(pattern, cancel)).Concat(await RobustnessMemory.MeasureAsync(pattern, cancel)).Concat(RobustnessRuns.Measure(pattern)).Concat(ScoringRuns.Measure(pattern)).ToArray();
    Figures.Print(measured, Console.Out);
});
return await command.Parse(args).InvokeAsync();
