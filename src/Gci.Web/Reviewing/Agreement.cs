using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Scoring.Statistics;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>
/// How far first and second reviewers agree, in each pillar and in all. What counts is what each had found on the same answer before the two could see
/// each other's verdicts, not what they changed afterwards.
/// </summary>
/// <param name="Table">How often a first and a second reviewer found what; pairs that never occurred are left out.</param>
public sealed record Agreement(CohensKappa All, ImmutableArray<(string Pillar, CohensKappa Kappa)> Pillars, ImmutableDictionary<(VerdictKind First, VerdictKind Second), int> Table)
{
    public static async Task<Agreement> LoadAsync(GciDb db, Edition edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        var responses = db.Responses.Where(response => response.Edition == edition.Id && response.Kind == ResponseKind.National).Select(response => response.Id);
        var doubly = db.Verdicts.Where(verdict => verdict.Seat == ReviewSeat.Second && responses.Contains(verdict.ResponseId)).Select(verdict => verdict.ResponseId);
        var verdicts = await db.Verdicts.AsNoTracking().Where(verdict => verdict.Seat != ReviewSeat.Adjudicator && doubly.Contains(verdict.ResponseId))
            .Select(verdict => new Given(verdict.ResponseId, verdict.Question, verdict.Seat, verdict.Kind, verdict.AnswerRevision, verdict.AuditSequence)).ToListAsync(cancel);
        var pillars = QuestionPage.Of(edition.Questionnaire!).SelectMany(page => page.Questions().Select(question => (question.Code, page.Pillar))).ToDictionary(pair => pair.Code, pair => pair.Pillar, StringComparer.Ordinal);
        var pairs = verdicts.GroupBy(verdict => (verdict.Response, verdict.Question)).Select(group => (Pillar: pillars[group.Key.Question], Pair: Alone(group)))
            .Where(found => found.Pair is not null).Select(found => (found.Pillar, Pair: found.Pair!.Value)).ToList();
        return new(
            CohensKappa.Of([.. pairs.Select(found => found.Pair)]),
            [.. edition.Questionnaire!.Sections.Select(section => (section.Pillar, CohensKappa.Of([.. pairs.Where(found => found.Pillar == section.Pillar).Select(found => found.Pair)])))],
            pairs.CountBy(found => found.Pair).ToImmutableDictionary());
    }

    private sealed record Given(Guid Response, string Question, ReviewSeat Seat, VerdictKind Kind, int AnswerRevision, int At);

    private static (VerdictKind First, VerdictKind Second)? Alone(IEnumerable<Given> verdicts)
    {
        foreach (var same in verdicts.GroupBy(verdict => verdict.AnswerRevision).OrderByDescending(group => group.Key))
        {
            var bySeat = same.ToLookup(verdict => verdict.Seat);
            if (bySeat[ReviewSeat.First].Any() && bySeat[ReviewSeat.Second].Any())
            {
                var both = Math.Max(bySeat[ReviewSeat.First].Min(verdict => verdict.At), bySeat[ReviewSeat.Second].Min(verdict => verdict.At));
                return (Last(bySeat[ReviewSeat.First]), Last(bySeat[ReviewSeat.Second]));

                VerdictKind Last(IEnumerable<Given> of) => of.Where(verdict => verdict.At <= both).MaxBy(verdict => verdict.At)!.Kind;
            }
        }

        return null;
    }
}
