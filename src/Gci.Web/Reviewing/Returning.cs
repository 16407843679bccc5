using Gci.Data;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>Sends questions back to a country, and takes what the country does with them; pages and programs come through here.</summary>
public sealed class Returning(GciDb db, CountryLetters letters, TimeProvider clock)
{
    /// <summary>Null where the questions are with the country now; its focal points are told in the same transaction.</summary>
    public async Task<Refusal?> ReturnAsync(OpenedResponse opened, IReadOnlyCollection<ReturnDraft> drafts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(drafts);
        var tidy = drafts.Select(draft => Checked(opened, draft)).ToList();
        return tidy.Find(pair => pair.Refusal is not null).Refusal ?? await ChangeAsync(opened, async (response, stop) =>
        {
            var current = await db.CurrentAnswers(response.Id).AsNoTracking().ToDictionaryAsync(answer => answer.Question, stop);
            var (now, assignments) = (Moment.Now(clock), await db.Assigned(response.Id).AsNoTracking().ToListAsync(stop));
            var due = now.AddDays(await db.ReturnDaysAsync(response.Edition, stop));
            var refusal = response.Return(opened.Actor, [.. tidy.Select(pair => pair.Draft)], code => current.GetValueOrDefault(code), assignments, due, now);
            if (refusal is null)
            {
                await letters.ToCountryAsync(opened, "returned", due, stop);
            }

            return refusal;
        }, cancel);
    }

    /// <summary>The country takes a proposal over.</summary>
    public Task<Refusal?> AcceptAsync(OpenedResponse opened, string question, CancellationToken cancel) => ChangeAsync(opened, async (response, stop) =>
    {
        var returned = await db.ReturnedNow(response).FirstOrDefaultAsync(row => row.Question == question, stop);
        return returned is null ? new("return-nothing-open")
            : SectionActions.WhyNot(response.Accept(opened.Actor, returned, await db.LastRevisionAsync(response.Id, question, stop), Moment.Now(clock)));
    }, cancel);

    /// <summary>The country stands by its answer.</summary>
    public Task<Refusal?> ObjectAsync(OpenedResponse opened, string question, string? why, CancellationToken cancel) => ChangeAsync(opened, async (response, stop) =>
    {
        var returned = await db.ReturnedNow(response).FirstOrDefaultAsync(row => row.Question == question, stop);
        return returned is null ? new("return-nothing-open") : response.StandBy(opened.Actor, returned, why, Moment.Now(clock));
    }, cancel);

    /// <summary>The country is done with all of them; the reviewers are told.</summary>
    public Task<Refusal?> ResubmitAsync(OpenedResponse opened, CancellationToken cancel) => ChangeAsync(opened, async (response, stop) =>
    {
        var present = await PresentReturn.LoadAsync(db, response, stop);
        var refusal = response.Resubmit(opened.Actor, present.Questions, present.IsChanged, Moment.Now(clock));
        if (refusal is null)
        {
            await letters.ToReviewersAsync(opened, "resubmitted", stop);
        }

        return refusal;
    }, cancel);

    /// <summary>Ends a return before or at its day, whatever the country did.</summary>
    public Task<Refusal?> EndAsync(OpenedResponse opened, CancellationToken cancel) => ChangeAsync(opened, async (response, stop) =>
    {
        var present = await PresentReturn.LoadAsync(db, response, stop);
        return response.EndReturn(opened.Actor, present.Questions, present.IsChanged, Moment.Now(clock));
    }, cancel);

    private static (ReturnDraft Draft, Refusal? Refusal) Checked(OpenedResponse opened, ReturnDraft draft)
    {
        if (opened.Edition.QuestionOf(draft.Question) is not { } question)
        {
            return (draft, new("return-nothing"));
        }

        if (draft.Proposal is not { } proposal)
        {
            return (draft, null);
        }

        var (tidy, refusal) = AnswerChecks.Check(opened.Edition, question, proposal);
        return (draft with { Proposal = tidy == AnswerDraft.Empty ? null : tidy }, refusal);
    }

    private async Task<Refusal?> ChangeAsync(OpenedResponse opened, Func<Response, CancellationToken, Task<Refusal?>> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return (await db.ResponseAsync(opened.Response.Id, async (response, stop) => Outcome<Response>.Of(response, await change(response, stop)), cancel))?.Refusal;
    }
}

public static class ReturnTime
{
    /// <summary>How many days a country has to look at what was sent back or offered.</summary>
    public static async Task<int> ReturnDaysAsync(this GciDb db, string edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Runs.Where(run => run.Edition == edition).Select(run => (int?)run.ReturnDays).FirstOrDefaultAsync(cancel) ?? RunCalendar.Empty.ReturnDays;
    }
}
