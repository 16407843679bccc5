using System.Text;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Freezing;

/// <summary>The answers of a snapshot as one person of the secretariat may read them.</summary>
internal static class SeenAnswers
{
    /// <summary>Stands in place of an answer; no question takes it, so that nobody computes from such a file by mistake.</summary>
    internal const string Withheld = "[withheld]";

    /// <summary>The table as it was hashed, where all of it reaches the person.</summary>
    internal static async Task<string> OfAsync(GciDb db, Snapshot snapshot, EditionShelf shelf, Actor actor, CancellationToken cancel)
    {
        var edition = shelf.Edition(snapshot.Edition);
        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == snapshot.Edition && response.Kind == ResponseKind.National).ToListAsync(cancel);
        var sights = await AnswerSight.LoadAsync(db, responses, shelf.Edition, actor, cancel);
        var countries = responses.ToDictionary(response => response.Country, response => sights[response.Id], StringComparer.Ordinal);
        var rows = AnswersCsv.Read("snapshot", Encoding.UTF8.GetBytes(snapshot.Answers), new Problems());
        return rows.All(Reads)
            ? snapshot.Answers
            : rows.Aggregate(new CsvText().Row("country", "code", "answer"), (text, row) => text.Row(row.Country, row.Code, Reads(row) ? row.Answer : Withheld)).ToString();

        bool Reads(AnswerRow row) => countries.TryGetValue(row.Country, out var sight) ? sight.Reads(row.Code) : edition.ClassOf(row.Code, null).Reaches(Reader.OtherStaff);
    }
}
