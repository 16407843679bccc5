using Gci.Data;
using Gci.Data.Auditing;
using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Moving;

/// <summary>A table of the database whose rows move with an edition.</summary>
/// <param name="Name">The name of its part in the archive.</param>
/// <param name="Type">The entity.</param>
/// <param name="Of">The rows of one edition.</param>
internal sealed record MovedTable(string Name, Type Type, Func<GciDb, string, IQueryable<object>> Of);

/// <summary>All of them, each after those that it refers to.</summary>
internal static class MovedTables
{
    internal static IReadOnlyList<MovedTable> All { get; } =
    [
        Table("responses", (db, edition) => db.Responses.Where(row => row.Edition == edition)),
        Table("grants", (db, edition) => db.Grants.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("files", (db, edition) => db.Files.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("answers", (db, edition) => db.Answers.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("evidence", (db, edition) => db.Evidence.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("suggestions", (db, edition) => db.Suggestions.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("messages", (db, edition) => db.Messages.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("assignments", (db, edition) => db.Assignments.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("verdicts", (db, edition) => db.Verdicts.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("evidence-verdicts", (db, edition) => db.EvidenceVerdicts.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("returned-questions", (db, edition) => db.Returned.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("audit-entries", (db, edition) => db.Audit.Where(row => Ids(db, edition).Contains(row.ResponseId))),
        Table("runs", (db, edition) => db.Runs.Where(row => row.Edition == edition)),
        Table("run-entries", (db, edition) => db.RunEntries.Where(row => db.Runs.Any(run => run.Id == row.RunId && run.Edition == edition))),
        Table("snapshots", (db, edition) => db.Snapshots.Where(row => row.Edition == edition)),
        Table("drafts", (db, edition) => db.Drafts.Where(row => row.Edition == edition)),
        Table("draft-files", (db, edition) => db.DraftFiles.Where(row => row.Edition == edition)),
        Table("consultation", (db, edition) => db.Consultation.Where(row => row.Edition == edition)),
    ];

    private static IQueryable<Guid> Ids(GciDb db, string edition) => db.Responses.Where(response => response.Edition == edition).Select(response => response.Id);

    private static MovedTable Table<T>(string name, Func<GciDb, string, IQueryable<T>> of)
        where T : class => new(name, typeof(T), (db, edition) => of(db, edition).AsNoTracking());
}
