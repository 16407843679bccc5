using System.Globalization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Translations;
using Gci.Web;
using Gci.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Verbs;

/// <summary>Makes a snapshot in the names of two persons, all steps or none: answering is closed if it is still open, one proposes, the other confirms.</summary>
/// <param name="note">What the public reads about a correction; null where results are not out yet.</param>
internal sealed class EditionFreeze(Terminal terminal, string by, string confirmedBy, string? note)
{
    internal async Task<int> RunAsync(ServiceOptions options, string id, CancellationToken cancel)
    {
        await using var service = await ServeVerb.ServiceAsync(options, cancel);
        var shelf = service.Services.GetRequiredService<EditionShelf>();
        if (!shelf.Has(id))
        {
            throw new WrongUsageException($"The service has no edition {id} with a questionnaire.");
        }

        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GciDb>();
        var (first, second) = (await PersonAsync(db, by, cancel), await PersonAsync(db, confirmedBy, cancel));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (step, closed) = await StepAsync(scope.ServiceProvider, shelf.Edition(id), first, cancel);
        var content = await db.ContentAsync(shelf.Edition(id), step, cancel);
        Allow(await db.ProposeAsync(first, shelf.Edition(id), step, content.Hash, note, TimeProvider.System, cancel), shelf);
        var snapshot = Allow(await db.ConfirmAsync(second, shelf.Edition(id), step, content.Hash, TimeProvider.System, cancel), shelf);
        await transaction.CommitAsync(cancel);
        if (closed)
        {
            await terminal.Output.WriteLineAsync($"Answering of edition {id} was still open and is now closed, in the name of {first.Name}.");
        }

        await SayAsync(snapshot!, content.Answers!, first, second);
        return ExitCode.Done;
    }

    private static async Task<Actor> PersonAsync(GciDb db, string name, CancellationToken cancel)
    {
        var normal = name.ToUpperInvariant();
        return (await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.NormalizedUserName == normal && user.ClosedAt == null, cancel))?.AsActor() ?? throw new WrongUsageException($"Nobody signs in as \"{name}\". gci users --role analyst prints the names of analysts.");
    }

    private static async Task<(RunStep Step, bool Closed)> StepAsync(IServiceProvider parts, Edition edition, Actor actor, CancellationToken cancel)
    {
        var run = await parts.GetRequiredService<GciDb>().Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Edition == edition.Id, cancel)
            ?? throw new WrongUsageException($"Edition {edition.Id} is not being run: somebody of the secretariat begins its run on the page /editions/{edition.Id} first.");
        if (run.State != RunState.Open)
        {
            return (run.State == RunState.Published ? RunStep.Correct : RunStep.Freeze, false);
        }

        Allow(await parts.GetRequiredService<RunChanges>().TakeAsync(actor, edition, RunStep.CloseAnswering, seen: null, cancel), parts.GetRequiredService<EditionShelf>());
        return (RunStep.Freeze, true);
    }

    private static Snapshot? Allow(StepOutcome outcome, EditionShelf shelf)
    {
        Allow(outcome.Refusal, shelf);
        return outcome.Snapshot;
    }

    private static void Allow(Refusal? refusal, EditionShelf shelf)
    {
        if (refusal is not null)
        {
            var problems = new Problems();
            problems.Add("gci freeze", 1, shelf.In(Languages.Source).Of(refusal));
            throw new WrongInputException(problems);
        }
    }

    private async Task SayAsync(Snapshot snapshot, VerifiedAnswers answers, Actor first, Actor second)
    {
        await terminal.Output.WriteLineAsync($"Snapshot {Text(snapshot.Number)} of edition {snapshot.Edition}: {snapshot.Hash}");
        await terminal.Output.WriteLineAsync($"Proposed by {first.Name}, confirmed by {second.Name}.");
        await terminal.Output.WriteLineAsync($"{Text(answers.Counted.Sum(country => country.Answers))} answers of {Text(answers.Counted.Length)} countries count.");
        foreach (var source in answers.Counted.GroupBy(country => country.Source).OrderBy(group => group.Key))
        {
            await terminal.Output.WriteLineAsync($"  {source.Key.Code(),-28} {source.Count(),4}");
        }

        foreach (var country in answers.Counted.Where(country => country.Open > 0))
        {
            await terminal.Output.WriteLineAsync($"{country.Country}: {Text(country.Open)} answers do not count, because no verdict settles them.");
        }

        await terminal.Output.WriteLineAsync($"Left out because their review is not closed: {Text(answers.LeftOut.Length)}");
        foreach (var group in answers.LeftOut.GroupBy(country => country.State).OrderBy(group => group.Key))
        {
            await terminal.Output.WriteLineAsync($"  {SnapshotWords.Of(group.Key)}: {string.Join(' ', group.Select(country => country.Country))}");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
