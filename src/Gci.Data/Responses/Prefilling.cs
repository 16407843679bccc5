using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Data.Responses;

/// <summary>Opens responses. What the country submitted to the previous edition is taken over in the same transaction, to be confirmed.</summary>
public static class Prefilling
{
    /// <summary>
    /// Opens the response of the actor's country, or a private self-assessment of the actor's own, and saves it. A contributor's copy is
    /// filled only with what that person may read.
    /// </summary>
    public static async Task<(Response? Response, Refusal? Refusal)> OpenAsync(
        this GciDb db, Actor actor, Edition edition, ResponseKind kind, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        if (await WhyNotOpenAsync(db, actor, edition, kind, cancel) is { } refusal)
        {
            return (null, refusal);
        }

        var now = Moment.Now(clock);
        var response = Response.Open(actor, edition.Id, actor.Country!, kind, now);
        if (edition.Migration is { } map)
        {
            response.Prefill(actor, map.DerivedFrom, await EarlierAsync(db, actor, edition, cancel), now);
        }

        db.Begin(response);
        try
        {
            await db.SaveChangesAsync(cancel);
            return (response, null);
        }
        catch (DbUpdateException)
        {
            // Somebody else of the country was quicker; anything else is thrown on.
            db.ChangeTracker.Clear();
            if (await WhyNotOpenAsync(db, actor, edition, kind, cancel) is { } begun)
            {
                return (null, begun);
            }

            throw;
        }
    }

    private static async Task<Refusal?> WhyNotOpenAsync(GciDb db, Actor actor, Edition edition, ResponseKind kind, CancellationToken cancel)
    {
        if (Response.WhyNotOpen(actor, edition, kind) is { } refusal)
        {
            return refusal;
        }

        Guid? owner = kind == ResponseKind.SelfAssessment ? actor.Id : null;
        return await db.Responses.AnyAsync(
            other => other.Edition == edition.Id && other.Kind == kind && other.Country == actor.Country && other.OwnerId == owner, cancel) ? new("already-begun") : null;
    }

    private static async Task<IEnumerable<PrefilledAnswer>> EarlierAsync(GciDb db, Actor actor, Edition edition, CancellationToken cancel)
    {
        var national = await db.Responses.AsNoTracking().Where(response => response.Kind == ResponseKind.National && response.Country == actor.Country
            && (response.Edition == edition.Id || response.Edition == edition.Migration!.DerivedFrom)).ToListAsync(cancel);
        if (national.Find(response => response.Edition != edition.Id && response.SubmittedAt is not null) is not { } earlier)
        {
            return [];
        }

        var grants = await db.Grants.AsNoTracking().Where(grant => grant.AccountId == actor.Id).ToListAsync(cancel);
        var answers = await db.CurrentAnswers(earlier.Id).AsNoTracking().ToListAsync(cancel);
        var evidence = await db.Evidence.AsNoTracking().Where(item => item.ResponseId == earlier.Id && item.RemovedAt == null && item.Form == EvidenceForm.Link)
            .OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancel);
        return PrefilledAnswer.Of(edition, answers, evidence).Where(answer =>
            answer.From.All(code => MayRead(earlier, code)) || national.Any(response => response.Edition == edition.Id && MayRead(response, answer.Question.Code)));

        // Codes say where a question stands: LEG-1.1.2 in the section LEG-1 of the pillar LEG.
        bool MayRead(Response response, string code) =>
            response.RightOf(actor, grants.Where(grant => grant.ResponseId == response.Id), code.Split('-')[0], code.Split('.')[0]) >= Right.View;
    }
}
