using System.ComponentModel;
using System.Globalization;
using System.Text;
using Gci.Data;
using Gci.Data.Runs;
using Gci.Web.Accounts;
using Gci.Web.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Freezing;

/// <summary>
/// The two tables of a snapshot as files, as they were hashed; of answers that do not reach the reader the file says so in their place, and is named
/// after that. What is scored is the whole table in the database.
/// </summary>
internal static class SnapshotFiles
{
    internal static void MapSnapshotFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/editions/{edition}/snapshots/{number:int}/answers.csv", AnswersAsync).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/editions/{edition}/snapshots/{number:int}/sources.csv", SourcesAsync).RequireAuthorization().ExcludeFromDescription();
    }

    internal static async Task<IResult> AnswersAsync(string edition, [Description("The snapshot's number; 1 is the first freeze.")] int number, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        if (await FindAsync(edition, number, db, shelf, visitor, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        var seen = await SeenAnswers.OfAsync(db, found, shelf, visitor.Known, cancel);
        return File(found, seen == found.Answers ? "answers" : "answers-withheld", seen);
    }

    internal static async Task<IResult> SourcesAsync(string edition, [Description("The snapshot's number; 1 is the first freeze.")] int number, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await FindAsync(edition, number, db, shelf, visitor, cancel) is { } found ? File(found, "sources", found.Sources) : Results.NotFound();

    private static async Task<Snapshot?> FindAsync(string edition, int number, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is { IsRunBy: true }
            ? await db.Snapshots.AsNoTracking().FirstOrDefaultAsync(snapshot => snapshot.Edition == edition && snapshot.Number == number, cancel)
            : null;

    private static IResult File(Snapshot of, string name, string content) =>
        Results.File(Encoding.UTF8.GetBytes(content), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"gci-{of.Edition}-snapshot-{of.Number}-{name}.csv"));
}
