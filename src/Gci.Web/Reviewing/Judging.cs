using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>Verdicts are given here, whether a page or a program asks for it.</summary>
public static class Judging
{
    /// <summary>The verdict as it stands after the commit. The same again on the same answer needs no new one.</summary>
    /// <param name="seen">The revision of the seat's last verdict that the reviewer saw; 0 where there was none.</param>
    public static Task<Outcome<Verdict>?> JudgeAsync(
        this GciDb db, OpenedResponse opened, Question question, VerdictDraft draft, int seen, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(draft);
        var (tidy, mistake) = Tidy(opened.Edition, question, draft);
        return mistake is not null ? Task.FromResult<Outcome<Verdict>?>(Outcome<Verdict>.Not(mistake)) : db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var pillar = opened.Edition.PillarOf(question.Code);
                var mine = await db.Assigned(response.Id).AsNoTracking().Where(assignment => assignment.ReviewerId == opened.Actor.Id).ToListAsync(stop);
                if (mine.Find(assignment => assignment.Pillar == pillar)?.Seat is not { } seat)
                {
                    return Outcome<Verdict>.Not(new("review-not-yours"));
                }

                var current = await db.LastRevisionAsync(response.Id, question.Code, stop);
                var last = await db.Verdicts.AsNoTracking().Where(verdict => verdict.ResponseId == response.Id && verdict.Question == question.Code && verdict.Seat == seat)
                    .OrderByDescending(verdict => verdict.Revision).FirstOrDefaultAsync(stop);
                if (last is not null && last.Revision == seen && last.AnswerRevision == (current?.Revision ?? 0) && new VerdictDraft(last.Kind, last.Proven, last.Note) == tidy)
                {
                    return Outcome<Verdict>.Done(last);
                }

                return response.Judge(opened.Actor, seat, pillar, question.Code, tidy, current, last, seen, mine, Moment.Now(clock)) is { } refusal
                    ? Outcome<Verdict>.Not(refusal)
                    : Outcome<Verdict>.Done(response.LastVerdict());
            },
            cancel);
    }

    /// <summary>What is found about a piece of evidence, from the seat that the person has on its question's pillar.</summary>
    public static Task<Outcome<EvidenceVerdict>?> JudgeEvidenceAsync(
        this GciDb db, OpenedResponse opened, EvidenceItem item, EvidenceFinding finding, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(finding);
        return db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var pillar = opened.Edition.PillarOf(item.Question);
                var mine = await db.Assigned(response.Id).AsNoTracking().Where(assignment => assignment.ReviewerId == opened.Actor.Id).ToListAsync(stop);
                if (mine.Find(assignment => assignment.Pillar == pillar)?.Seat is not { } seat)
                {
                    return Outcome<EvidenceVerdict>.Not(new("review-not-yours"));
                }

                var last = await db.EvidenceVerdicts.AsNoTracking().Where(verdict => verdict.EvidenceId == item.Id && verdict.Seat == seat)
                    .OrderByDescending(verdict => verdict.Revision).FirstOrDefaultAsync(stop);
                var tidy = finding with { Note = string.IsNullOrWhiteSpace(finding.Note) ? null : finding.Note.ReplaceLineEndings("\n").Trim() };
                if (last is not null && Of(last) == tidy)
                {
                    return Outcome<EvidenceVerdict>.Done(last);
                }

                return response.Judge(opened.Actor, seat, pillar, item, tidy, last, mine, Moment.Now(clock)) is { } refusal
                    ? Outcome<EvidenceVerdict>.Not(refusal)
                    : Outcome<EvidenceVerdict>.Done(response.LastEvidenceVerdict());
            },
            cancel);
    }

    /// <summary>What was found, as it could be found again.</summary>
    public static EvidenceFinding Of(EvidenceVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new(verdict.IsReachable, verdict.IsRelevant, verdict.IsInForce, verdict.IsInsufficient, verdict.IsDuplicate, verdict.Note);
    }

    private static (VerdictDraft Draft, Refusal? Refusal) Tidy(Edition edition, Question question, VerdictDraft draft)
    {
        var note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.ReplaceLineEndings("\n").Trim();
        if (draft.Kind != VerdictKind.PartlyVerified)
        {
            return (new(draft.Kind, null, note), null);
        }

        var (proven, refusal) = AnswerChecks.Check(edition, question, new(draft.Proven));
        return (new(draft.Kind, proven.Value, note), refusal);
    }
}
