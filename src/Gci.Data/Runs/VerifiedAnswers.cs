using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Editions.Answers;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Runs;

/// <summary>What counts of all answers to an edition at this moment: what a snapshot that is made now holds.</summary>
/// <param name="Answers">CSV with the columns country, code and answer.</param>
/// <param name="Sources">CSV with the columns country and source.</param>
/// <param name="Counted">The countries whose review is closed, by code.</param>
/// <param name="LeftOut">The other countries of the edition, by code.</param>
public sealed record VerifiedAnswers(
    string Definition, string Answers, string Sources, ImmutableArray<CountedCountry> Counted, ImmutableArray<LeftOutCountry> LeftOut)
{
    public string Hash { get; } = Snapshot.HashOf(Definition, Answers, Sources);

    /// <summary>What countries say where that is not proven, or only in part: it does not count, or less of it, and may be true all the same.</summary>
    public ImmutableArray<(string Country, string Question, string Text)> Claimed { get; init; } = [];

    /// <summary>Whether there is anything to compute from.</summary>
    public bool Any => Counted.Any(country => country.Answers > 0);

    public static async Task<VerifiedAnswers> LoadAsync(GciDb db, Edition edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        var responses = await db.Responses.AsNoTracking().Where(response => response.Edition == edition.Id && response.Kind == ResponseKind.National).ToListAsync(cancel);
        var closed = db.Responses.Where(response => response.Edition == edition.Id && response.Kind == ResponseKind.National && response.State == ResponseState.Closed).Select(response => response.Id);
        var answers = (await db.CurrentAnswers().AsNoTracking().Where(answer => closed.Contains(answer.ResponseId)).ToListAsync(cancel)).ToLookup(answer => answer.ResponseId);
        var verdicts = (await db.Verdicts.AsNoTracking().Where(verdict => closed.Contains(verdict.ResponseId)).ToListAsync(cancel)).ToLookup(verdict => verdict.ResponseId);
        var seats = (await db.Assignments.AsNoTracking().Where(assignment => closed.Contains(assignment.ResponseId) && assignment.EndedAt == null).ToListAsync(cancel)).ToLookup(assignment => assignment.ResponseId);
        var counts = responses.Where(response => response.State == ResponseState.Closed && edition.Countries.ContainsKey(response.Country))
            .OrderBy(response => response.Country, StringComparer.Ordinal)
            .Select(response => CountryCount.Of(edition, response, [.. answers[response.Id]], verdicts[response.Id], [.. seats[response.Id]])).ToList();
        var states = responses.ToDictionary(response => response.Country, response => (ResponseState?)response.State, StringComparer.Ordinal);
        return new(
            edition.Hash,
            SnapshotCsv.Answers(counts.SelectMany(count => count.Answers.Select(answer => (count.Country, answer.Question, answer.Text)))),
            SnapshotCsv.Sources(counts.Select(count => (count.Country, count.Source))),
            [.. counts.Select(count => new CountedCountry(count.Country, count.Source, count.Answers.Length, count.Open.Length))],
            [.. edition.Countries.Keys.Where(country => states.GetValueOrDefault(country) != ResponseState.Closed).Select(country => new LeftOutCountry(country, states.GetValueOrDefault(country)))])
        {
            Claimed = [.. counts.SelectMany(count => count.Claimed.Select(claim => (count.Country, claim.Question, claim.Text)))],
        };
    }
}

/// <summary>A country whose answers count.</summary>
/// <param name="Answers">How many answers count.</param>
/// <param name="Open">How many answers do not count because no verdict settles them, although the review is closed.</param>
public sealed record CountedCountry(string Country, AnswerSource Source, int Answers, int Open);

/// <summary>A country whose answers do not count, because its review is not closed.</summary>
/// <param name="State">Null where the country has no response.</param>
public sealed record LeftOutCountry(string Country, ResponseState? State);
