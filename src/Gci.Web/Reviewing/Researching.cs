using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>Desk research for countries that did not submit; pages and programs come through here.</summary>
public sealed class Researching(GciDb db, CountryLetters letters, TimeProvider clock)
{
    public Task<Refusal?> BeginAsync(OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return ChangeAsync(
            opened,
            async (response, stop) => response.BeginResearch(
                opened.Actor, await db.CurrentAnswers(response.Id).AsNoTracking().ToListAsync(stop), await db.Present(response.Id).ToListAsync(stop), Moment.Now(clock)),
            cancel);
    }

    /// <summary>Begins for a country; where it never began to answer, its response is opened first. That is possible once answering has ended.</summary>
    public async Task<(Guid? Response, Refusal? Refusal)> BeginAsync(Actor actor, Edition edition, string country, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edition);
        if (!actor.Role.IsSecretariat() || !edition.Countries.ContainsKey(country))
        {
            return (null, new("run-not-yours"));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var response = await db.Responses.AsNoTracking().FirstOrDefaultAsync(found => found.Edition == edition.Id && found.Country == country && found.Kind == ResponseKind.National, cancel);
        if (response is null)
        {
            if (!await db.Runs.AnyAsync(run => run.Edition == edition.Id && run.State == RunState.Verification, cancel))
            {
                return (null, new("research-not-now"));
            }

            response = Response.Open(EditionRun.Service, edition.Id, country, ResponseKind.National, Moment.Now(clock));
            response.MissDeadline(EditionRun.Service, Moment.Now(clock));
            db.Begin(response);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        if (await BeginAsync(new OpenedResponse(response, edition, actor, []), cancel) is { } refusal)
        {
            return (null, refusal);
        }

        await transaction.CommitAsync(cancel);
        return (response.Id, null);
    }

    /// <summary>Offers what was found to the country; its focal points are told in the same transaction.</summary>
    public Task<Refusal?> OfferAsync(OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return ChangeAsync(opened, async (response, stop) =>
        {
            var now = Moment.Now(clock);
            var due = now.AddDays(await db.ReturnDaysAsync(response.Edition, stop));
            var refusal = response.Offer(opened.Actor, due, now);
            if (refusal is null)
            {
                await letters.ToCountryAsync(opened, "offered", due, stop);
            }

            return refusal;
        }, cancel);
    }

    /// <summary>The country confirms what was found; the reviewers are told.</summary>
    public Task<Refusal?> ValidateAsync(OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return ChangeAsync(opened, async (response, stop) =>
        {
            var refusal = response.Validate(opened.Actor, Moment.Now(clock));
            if (refusal is null)
            {
                await letters.ToReviewersAsync(opened, "validated", stop);
            }

            return refusal;
        }, cancel);
    }

    public Task<Refusal?> EndOfferAsync(OpenedResponse opened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return ChangeAsync(opened, (response, stop) => db.EndOfferAsync(response, opened.Actor, Moment.Now(clock), stop), cancel);
    }

    private async Task<Refusal?> ChangeAsync(OpenedResponse opened, Func<Response, CancellationToken, Task<Refusal?>> change, CancellationToken cancel) =>
        (await db.ResponseAsync(opened.Response.Id, async (response, stop) => Outcome<Response>.Of(response, await change(response, stop)), cancel))?.Refusal;
}
