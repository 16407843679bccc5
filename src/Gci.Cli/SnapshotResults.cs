using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gci.Cli.Verbs;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Results;
using Gci.Editions.Translations;
using Gci.Reports;
using Gci.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli;

/// <summary>Scores a frozen snapshot of the service: its answers and nothing else.</summary>
internal static class SnapshotResults
{
    /// <param name="number">Null for the last one.</param>
    /// <exception cref="WrongUsageException">There is no such snapshot.</exception>
    /// <exception cref="WrongInputException">The snapshot or the definition is not what it was when it was frozen.</exception>
    internal static async Task<LoadedResults> LoadAsync(ServiceOptions options, Edition edition, int? number, CancellationToken cancel)
    {
        await using var service = await ServeVerb.ServiceAsync(options, cancel);
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GciDb>();
        var snapshots = await db.Snapshots.AsNoTracking()
            .Where(snapshot => snapshot.Edition == edition.Id && (number == null || snapshot.Number <= number)).OrderBy(snapshot => snapshot.Number).ToListAsync(cancel);
        if (snapshots is not [.., var last] || (number is { } wanted && last.Number != wanted))
        {
            throw new WrongUsageException(number is null
                ? $"Edition {edition.Id} is not frozen; gci freeze --edition {edition.Id} --by NAME --confirmed-by NAME makes a snapshot."
                : string.Create(CultureInfo.InvariantCulture, $"Edition {edition.Id} has no snapshot {number}."));
        }

        var problems = new Problems();
        if (Freezing.WhyNotComputed(last, edition) is { } refusal)
        {
            problems.Add("gci publish", 1, service.Services.GetRequiredService<EditionShelf>().In(Languages.Source).Of(refusal));
        }

        var sheets = Sheets(last, edition, problems, out var sources);
        WrongInputException.ThrowIfAny(problems);
        ImmutableArray<Correction> corrections = [.. snapshots.Where(snapshot => snapshot.Note is not null).Select(snapshot => new Correction(snapshot.Number, DateOnly.FromDateTime(snapshot.At.UtcDateTime), snapshot.Note!))];
        return new(EditionResults.Of(edition, sheets), new(last.Number, last.Hash, sources, corrections))
        {
            Raised = await db.RaisedAsync(edition.Id, cancel),
            Sheets = sheets,
            Claimed = (await VerifiedAnswers.LoadAsync(db, edition, cancel)).Claimed,
        };
    }

    private static AnswerSheet[] Sheets(Snapshot snapshot, Edition edition, Problems problems, out ImmutableSortedDictionary<string, AnswerSource> sources)
    {
        var (name, countries) = ($"snapshot {snapshot.Number.ToString(CultureInfo.InvariantCulture)}", edition.CountryCodes());
        sources = AnswerSources.Read($"{name}, sources", Encoding.UTF8.GetBytes(snapshot.Sources), countries, problems);
        var rows = AnswersCsv.Read($"{name}, answers", Encoding.UTF8.GetBytes(snapshot.Answers), problems);
        var sheets = AnswerSheets.From(rows, edition.Questionnaire!, countries, edition.ReferenceDate, problems);

        // A country of whose answers none was proven is known all the same: it has answered, and earns nothing.
        var empty = sources.Keys.Except(sheets.Select(sheet => sheet.Country)).Select(country => edition.SheetOf(country, Enumerable.Empty<KeyValuePair<string, string>>()));
        return problems.Any ? [] : [.. sheets.Concat(empty)];
    }
}
