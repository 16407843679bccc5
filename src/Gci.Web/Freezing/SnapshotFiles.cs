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

/// <summary>The two tables of a snapshot as files, as they were hashed.</summary>
internal static class SnapshotFiles
{
    internal static void MapSnapshotFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/editions/{edition}/snapshots/{number:int}/answers.csv", AnswersAsync).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/editions/{edition}/snapshots/{number:int}/sources.csv", SourcesAsync).RequireAuthorization().ExcludeFromDescription();
    }

    internal static Task<IResult> AnswersAsync(string edition, [Description("The snapshot's number; 1 is the first freeze.")] int number, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        FileAsync(edition, number, "answers", snapshot => snapshot.Answers, db, shelf, visitor, cancel);

    internal static Task<IResult> SourcesAsync(string edition, [Description("The snapshot's number; 1 is the first freeze.")] int number, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        FileAsync(edition, number, "sources", snapshot => snapshot.Sources, db, shelf, visitor, cancel);

    private static async Task<IResult> FileAsync(
        string edition, int number, string name, Func<Snapshot, string> content, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        await OpenedRun.FindAsync(db, shelf, visitor.Known, edition, cancel) is { IsRunBy: true }
        && await db.Snapshots.AsNoTracking().FirstOrDefaultAsync(snapshot => snapshot.Edition == edition && snapshot.Number == number, cancel) is { } found
            ? Results.File(Encoding.UTF8.GetBytes(content(found)), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"gci-{edition}-snapshot-{number}-{name}.csv"))
            : Results.NotFound();
}
