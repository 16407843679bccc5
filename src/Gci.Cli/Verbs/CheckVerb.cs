using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Translations;

namespace Gci.Cli.Verbs;

/// <summary><c>gci check</c>: every problem of all editions.</summary>
internal static class CheckVerb
{
    internal static Command Command(Terminal terminal)
    {
        var options = new SharedOptions();
        var command = new Command("check", "Report every problem of all editions as file:line: sentence") { options.Editions, options.Json };
        command.SetAction(parsed =>
        {
            var folder = options.Folder(parsed);
            var problems = folder.Check();
            if (parsed.GetValue(options.Json))
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(new { editions = folder.Ids, problems = problems.InOrder() }, JsonText.Options));
            }

            WrongInputException.ThrowIfAny(problems);
            if (!parsed.GetValue(options.Json))
            {
                terminal.Output.WriteLine($"Editions {string.Join(", ", folder.Ids)}: no problem found.");
            }

            foreach (var line in Untranslated(folder))
            {
                terminal.Say(line);
            }

            return ExitCode.Done;
        });
        return command;
    }

    // Not a problem of the definitions: the service says those sentences in English, and says that it does.
    private static IEnumerable<string> Untranslated(EditionsFolder folder)
    {
        var catalogue = folder.InterfaceTranslations(new());
        foreach (var language in Languages.All.Where(code => code != Languages.Source))
        {
            if (catalogue.Counts(language).Sum(file => file.Missing) is > 0 and var missing)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Warning: {missing} sentences of the interface are missing in {language} and stand in English. ./gci translations --interface --language {language} --missing FILE writes them out.");
            }
        }
    }
}
