using System.CommandLine;
using Gci.Cli.Verbs;
using Gci.Reports.Writing;
using Gci.Web;

namespace Gci.Cli;

/// <summary>The <c>gci</c> command: its verbs, and what every one of them does with errors.</summary>
internal static class GciCommand
{
    internal static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var terminal = new Terminal(output, error);
        var root = new RootCommand("GciEngine: from the answers of countries to tiers, never a ranking.")
        {
            CheckVerb.Command(terminal),
            DemoVerb.Command(terminal),
            PublishVerb.Command(terminal),
            ScoreVerb.Command(terminal),
            TiersVerb.Command(terminal),
            RobustnessVerb.Command(terminal),
            ExplainVerb.Command(terminal),
            CasesVerb.Command(terminal),
            ChangesVerb.Command(terminal),
            WeightsVerb.Command(terminal),
            DeriveVerb.Command(terminal),
            FreezeVerb.Command(terminal),
            ServeVerb.Command(terminal),
            InviteVerb.Command(terminal),
            UsersVerb.Command(terminal),
            AuditVerb.Command(terminal),
            MoveVerbs.Export(terminal),
            MoveVerbs.Import(terminal),
            TranslationsVerb.Command(terminal),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors)
            {
                await error.WriteLineAsync(mistake.Message);
            }

            await error.WriteLineAsync("Run ./gci --help, or ./gci VERB --help, to see what is known.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (WrongInputException e)
        {
            terminal.Report(e.Problems);
            return ExitCode.WrongInput;
        }
        catch (WrongUsageException e)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.WrongUsage;
        }
        catch (MissingComponentException e)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.MissingComponent;
        }
        catch (CannotStartException e)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
        catch (ReportWritingException e)
        {
            await error.WriteLineAsync($"The report could not be drawn: {e.Message} Nothing was written.");
            return ExitCode.WrongInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{e.Message} Nothing was written.");
            return ExitCode.WrongInput;
        }
    }
}
