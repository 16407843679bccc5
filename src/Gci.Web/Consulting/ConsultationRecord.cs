using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Consultation;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Translations;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Consulting;

/// <summary>A contribution with who made it, as the reader may know it: members by their country, everybody else by what they are.</summary>
public sealed record Contribution(ConsultationItem Item, string By);

/// <summary>All that was said about a draft edition, oldest first.</summary>
/// <param name="Run">How far the edition is; null where it is not being run.</param>
public sealed record ConsultationRecord(Edition Edition, RunState? Run, ImmutableArray<Contribution> Contributions)
{
    /// <summary>Whether more can be said.</summary>
    public bool IsOpen => Run == RunState.Draft;

    public IEnumerable<Contribution> About(string? code) => Contributions.Where(contribution => contribution.Item.Code == code);

    public static async Task<ConsultationRecord> LoadAsync(GciDb db, Edition edition, Actor reader, InterfaceTexts texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(texts);
        var run = await db.RunStateAsync(edition.Id, cancel);
        var items = await db.Consultation.AsNoTracking().Where(item => item.Edition == edition.Id && item.WithdrawnAt == null).OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancel);
        var ids = items.Select(item => item.By).Distinct().ToArray();
        var people = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, cancel);
        return new(edition, run, [.. items.Select(item => new Contribution(item, NameOf(item, people.GetValueOrDefault(item.By), edition, reader, texts)))]);
    }

    /// <summary>The record as CSV, with everything that was said and what became of it.</summary>
    public string ToCsv()
    {
        var csv = new CsvText().Row("at", "by", "kind", "code", "text", "proposed", "outcome", "answer", "answered");
        foreach (var (item, by) in Contributions)
        {
            csv.Row(CsvFile.Time(item.At), by, item.Kind.ToString(), item.Code ?? "", item.Text, item.Proposed ?? "", item.Outcome.ToString(), item.Answer ?? "", CsvFile.Time(item.ResolvedAt));
        }

        return csv.ToString();
    }

    private static string NameOf(ConsultationItem item, Account? author, Edition edition, Actor reader, InterfaceTexts texts)
    {
        var what = item.Country is { } country ? edition.Countries.TryGetValue(country, out var known) ? known.NameIn(texts.Language) : country
            : texts[author?.Role == Role.Expert ? "consultation.an-expert" : "consultation.the-secretariat"];
        return author is not null && (reader.Role.IsSecretariat() || reader.Id == author.Id) ? texts.Say("consultation.by", ("name", Spoken.Isolated(author.Name)), ("what", what)) : what;
    }
}
