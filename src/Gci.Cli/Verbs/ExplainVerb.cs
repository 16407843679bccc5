using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Results;

namespace Gci.Cli.Verbs;

/// <summary><c>gci explain</c>: how each point of one country came about, each line with the paragraph of the method.</summary>
internal static class ExplainVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var country = new Option<string>("--country") { Description = "ISO 3166 alpha-3 code", HelpName = "EST", Required = true };
        var command = new Command("explain", "How each point of one country came about") { options.Edition, options.Answers, options.Points, country, options.Editions, options.Json };
        command.SetAction(parsed =>
        {
            var results = Results.Load(parsed, options);
            var iso3 = parsed.GetRequiredValue(country);
            var result = results.Countries.FirstOrDefault(candidate => candidate.Country.Iso3 == iso3) ?? throw Unknown(parsed, options, iso3);
            var sheet = parsed.GetValue(options.Answers) is { } path ? Results.Sheets(results.Edition, path).First(candidate => candidate.Country == iso3) : null;
            var lines = Explanation.Of(results, result.Row, sheet);
            if (parsed.GetValue(options.Json))
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(
                    new { edition = results.Edition.Id, definition = results.Edition.Hash, country = iso3, tier = result.Tier?.Code, lines }, JsonText.Options));
                return ExitCode.Done;
            }

            Print(terminal, results, result, lines);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, EditionResults results, CountryResult result, IEnumerable<ExplainedNode> lines)
    {
        var edition = results.Edition;
        var tier = result.Tier is null ? "no tier: too little is known" : $"{result.Tier.Code} {result.Tier.Name}";
        terminal.Output.WriteLine($"{result.Country.NameIn("en")} ({result.Country.Iso3}), edition {edition.Id}: {tier}  [{edition.Tiers.Paragraph}]");
        if (edition.Weights.IsIllustrative && results.Basis == Basis.Answers)
        {
            terminal.Output.WriteLine($"Weights are illustrative. {edition.Weights.Source}");
        }

        foreach (var line in lines)
        {
            var label = $"{new string(' ', 2 * line.Depth)}{line.Code} {line.Title}";
            var points = double.IsNaN(line.Points) ? "not known" : string.Create(CultureInfo.InvariantCulture, $"{line.Points,9:0.0000} of {line.Maximum,8:0.0000}");
            terminal.Output.WriteLine($"{(label.Length > 62 ? label[..61] + "…" : label),-62} {points}  {line.How}  [{line.Paragraph}]");
        }
    }

    private static WrongInputException Unknown(ParseResult parsed, SharedOptions options, string iso3)
    {
        var problems = new Problems();
        problems.Add(parsed.GetValue(options.Answers) ?? parsed.GetValue(options.Points)!, 1, $"There is nothing of the country {iso3} in this file.");
        return new(problems);
    }
}
