using Gci.Data.Auditing;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Responses;

/// <summary>
/// The classes that countries gave their answers above those of the questions. They are kept by the chain itself: of each question the last link
/// counts, which names the class and nothing else.
/// </summary>
public static class RaisedClasses
{
    internal const string Start = "class.";

    internal static string Action(Confidentiality of) => $"{Start}{of.Word()}";

    /// <summary>The class of an answer: what the question says, or stricter where the country wants it.</summary>
    /// <param name="raised">Null where the country raised none.</param>
    public static Confidentiality ClassOf(this Edition edition, string question, IReadOnlyDictionary<string, Confidentiality>? raised) =>
        (edition.QuestionOf(question)?.Class ?? Confidentiality.Restricted).Or(raised is not null && raised.TryGetValue(question, out var own) ? own : Confidentiality.Public);

    /// <summary>By question; only those that the country ever raised.</summary>
    public static async Task<IReadOnlyDictionary<string, Confidentiality>> RaisedAsync(this GciDb db, Guid response, CancellationToken cancel) =>
        Last(await db.Raising().Where(link => link.ResponseId == response).ToListAsync(cancel));

    /// <summary>The same of several responses.</summary>
    public static async Task<ILookup<Guid, (string Question, Confidentiality Class)>> RaisedAsync(this GciDb db, IReadOnlyCollection<Guid> responses, CancellationToken cancel) =>
        (await db.Raising().Where(link => responses.Contains(link.ResponseId)).ToListAsync(cancel)).GroupBy(link => link.ResponseId)
            .SelectMany(links => Last(links).Select(pair => (Response: links.Key, Raised: (pair.Key, pair.Value)))).ToLookup(pair => pair.Response, pair => pair.Raised);

    /// <summary>The same of all national responses to an edition, by country and question.</summary>
    public static async Task<IReadOnlyDictionary<(string Country, string Question), Confidentiality>> RaisedAsync(this GciDb db, string edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var countries = await db.Responses.Where(response => response.Edition == edition && response.Kind == ResponseKind.National)
            .ToDictionaryAsync(response => response.Id, response => response.Country, cancel);
        return (await db.RaisedAsync([.. countries.Keys], cancel)).SelectMany(raised => raised.Select(pair => (Key: (countries[raised.Key], pair.Question), pair.Class)))
            .ToDictionary(pair => pair.Key, pair => pair.Class);
    }

    private static IQueryable<AuditEntry> Raising(this GciDb db) => db.Audit.AsNoTracking().Where(link => link.Action.StartsWith(Start));

    private static Dictionary<string, Confidentiality> Last(IEnumerable<AuditEntry> links) => links.GroupBy(link => link.Subject, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => ClassTable.Of(group.MaxBy(link => link.Sequence)!.Action[Start.Length..]) ?? Confidentiality.Restricted, StringComparer.Ordinal);
}
