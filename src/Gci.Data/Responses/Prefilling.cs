using Gci.Data.Accounts;
using Gci.Data.Runs;
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

        return await SaveAsync(db, response, () => WhyNotOpenAsync(db, actor, edition, kind, cancel), cancel);
    }

    /// <summary>
    /// Opens the response of a country that did not begin itself, as those who run the edition may at any time, and saves it. What
    /// <paramref name="decide"/> refuses is not opened.
    /// </summary>
    public static async Task<(Response? Response, Refusal? Refusal)> OpenForAsync(
        this GciDb db, Actor actor, Edition edition, string country, Func<Response, DateTimeOffset, Refusal?> decide, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(decide);
        if (Response.WhyNotOpenFor(actor, edition, country) is { } refusal)
        {
            return (null, refusal);
        }

        var now = Moment.Now(clock);
        var response = Response.Open(actor, edition.Id, country, ResponseKind.National, now);
        if (edition.Migration is { } map)
        {
            response.Prefill(actor, map.DerivedFrom, await EarlierAsync(db, country, edition, (_, _) => true, cancel), now);
        }

        return decide(response, now) is { } refused ? (null, refused)
            : await SaveAsync(db, response, () => WhyBegunAsync(db, edition, country, ResponseKind.National, null, cancel), cancel);
    }

    /// <summary>Why a country cannot begin now although it is asked: the edition is run, and not open. Null where it can.</summary>
    public static async Task<Refusal?> WhyNotBeginAsync(this GciDb db, Edition edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        return Refusal.If(await db.Runs.AnyAsync(run => run.Edition == edition.Id && run.State != RunState.Open, cancel), "answering-not-open");
    }

    // Somebody else may be quicker, which the database notices.
    private static async Task<(Response? Response, Refusal? Refusal)> SaveAsync(GciDb db, Response response, Func<Task<Refusal?>> whyNot, CancellationToken cancel)
    {
        db.Begin(response);
        try
        {
            await db.SaveChangesAsync(cancel);
            return (response, null);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await whyNot() is { } begun)
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

        return await WhyBegunAsync(db, edition, actor.Country!, kind, kind == ResponseKind.SelfAssessment ? actor.Id : null, cancel)
            ?? (kind == ResponseKind.National ? await db.WhyNotBeginAsync(edition, cancel) : null);
    }

    private static async Task<Refusal?> WhyBegunAsync(GciDb db, Edition edition, string country, ResponseKind kind, Guid? owner, CancellationToken cancel) => Refusal.If(
        await db.Responses.AnyAsync(other => other.Edition == edition.Id && other.Kind == kind && other.Country == country && other.OwnerId == owner, cancel), "already-begun");

    private static async Task<IEnumerable<PrefilledAnswer>> EarlierAsync(GciDb db, Actor actor, Edition edition, CancellationToken cancel)
    {
        var grants = await db.Grants.AsNoTracking().Where(grant => grant.AccountId == actor.Id).ToListAsync(cancel);
        return await EarlierAsync(db, actor.Country!, edition, MayRead, cancel);

        // Codes say where a question stands: LEG-1.1.2 in the section LEG-1 of the pillar LEG.
        bool MayRead(Response response, string code) =>
            response.RightOf(actor, grants.Where(grant => grant.ResponseId == response.Id), code.Split('-')[0], code.Split('.')[0]) >= Right.View;
    }

    private static async Task<IEnumerable<PrefilledAnswer>> EarlierAsync(
        GciDb db, string country, Edition edition, Func<Response, string, bool> mayRead, CancellationToken cancel)
    {
        var national = await db.Responses.AsNoTracking().Where(response => response.Kind == ResponseKind.National && response.Country == country
            && (response.Edition == edition.Id || response.Edition == edition.Migration!.DerivedFrom)).ToListAsync(cancel);
        if (national.Find(response => response.Edition != edition.Id && response.SubmittedAt is not null) is not { } earlier)
        {
            return [];
        }

        var answers = await db.CurrentAnswers(earlier.Id).AsNoTracking().ToListAsync(cancel);
        var evidence = await db.Evidence.AsNoTracking().Where(item => item.ResponseId == earlier.Id && item.RemovedAt == null && item.Form == EvidenceForm.Link)
            .OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancel);
        var raised = await db.RaisedAsync(earlier.Id, cancel);
        return PrefilledAnswer.Of(edition, answers, evidence).Where(answer =>
                answer.From.All(code => mayRead(earlier, code)) || national.Any(response => response.Edition == edition.Id && mayRead(response, answer.Question.Code)))
            .Select(answer => answer with { Class = answer.From.Select(code => raised.GetValueOrDefault(code)).Max() });
    }
}
