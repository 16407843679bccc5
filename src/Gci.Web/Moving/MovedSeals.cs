using Gci.Data;
using Gci.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Moving;

/// <summary>
/// Where the chains of an edition stood when they were last sealed. A seal speaks of all editions of a service and stays with its key; what it
/// saw of this edition moves along, is held against the chains on arrival, and is kept beside the seals from then on.
/// </summary>
internal static class MovedSeals
{
    internal static async Task<IReadOnlyList<string>> LinesAsync(GciDb db, ServiceOptions options, string edition, CancellationToken cancel)
    {
        var chains = await db.Responses.Where(response => response.Edition == edition).Select(response => response.Id)
            .Concat(db.Runs.Where(run => run.Edition == edition).Select(run => run.Id)).ToListAsync(cancel);
        var last = await db.Set<SealedHead>().AsNoTracking().Where(head => chains.Contains(head.ResponseId)
            && !db.Set<SealedHead>().Any(later => later.ResponseId == head.ResponseId && later.SealNumber > head.SealNumber)).ToListAsync(cancel);
        var seals = await db.Seals.AsNoTracking().Select(seal => new { seal.Number, seal.At, seal.Hash, seal.Signature }).ToDictionaryAsync(seal => seal.Number, cancel);
        var own = last.Select(head => seals[head.SealNumber] is var seal ? RowText.Line(
        [
            ("Chain", head.ResponseId), ("Length", head.Length), ("Head", head.Hash), ("Seal", seal.Number), ("SealedAt", seal.At), ("SealHash", seal.Hash), ("Signature", seal.Signature),
        ]) : "");
        var carried = File.Exists(FileOf(options, edition)) ? await File.ReadAllLinesAsync(FileOf(options, edition), cancel) : [];
        return [.. own.Concat(carried).Distinct().Order(StringComparer.Ordinal)];
    }

    internal static IReadOnlyList<SealedHead> Heads(IEnumerable<string> lines) => [.. lines.Select(line => RowText.Fields(line)).Select(fields => new SealedHead
    {
        ResponseId = Field<Guid>(fields, "Chain"),
        Length = Field<int>(fields, "Length"),
        Hash = Field<string>(fields, "Head"),
        SealNumber = Field<int>(fields, "Seal"),
    })];

    internal static string FileOf(ServiceOptions options, string edition) => Path.Combine(options.SealsFolder, $"moved-{edition}.jsonl");

    private static T Field<T>(OrderedDictionary<string, System.Text.Json.JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) && RowText.Read(value, typeof(T)) is T read ? read : throw new DamagedArchiveException($"A seal has no {name}.");
}
