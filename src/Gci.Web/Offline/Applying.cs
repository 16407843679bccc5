using System.Diagnostics;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Reports.Questionnaires;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Offline;

/// <summary>What was saved.</summary>
/// <param name="Answers">How many answers.</param>
/// <param name="Suggestions">How many suggestions, where the person may not change the answer itself.</param>
/// <param name="Links">How many links as evidence.</param>
public sealed record Applied(int Answers, int Suggestions, int Links);

/// <summary>Saves what somebody accepted in a preview: all of it in one transaction, by the same rules as any other change.</summary>
public static class Applying
{
    /// <summary>
    /// What was saved; or nothing was, because something of it can no longer be saved as it was shown: then the preview as it is now.
    /// Both null where there is no such response.
    /// </summary>
    /// <param name="accepted">Based on the revisions that the person saw.</param>
    /// <param name="language">Of the words of a preview.</param>
    public static async Task<(Applied? Applied, Preview? Again, Refusal? Refusal)> ApplyAsync(
        this GciDb db, OpenedResponse opened, EditionShelf shelf, Origin origin, IReadOnlyCollection<ReturnedAnswer> accepted, string language, TimeProvider clock,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(origin);
        var result = await db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var now = await PresentAnswers.LoadAsync(db, opened, stop);
                var preview = Preview.Build(opened with { Response = response }, now, now.CopyFor(opened, shelf, language), accepted, origin);
                if (response.WhyTakesNothing() is { } closed)
                {
                    return new Result(null, null, closed);
                }

                return preview.Rows.All(row => row.Kind is RowKind.Change or RowKind.Suggestion)
                    ? new(await SaveAsync(db, response, opened, preview, now, Moment.Now(clock), stop), null, null)
                    : new(null, preview, null);
            },
            cancel);
        return (result?.Applied, result?.Again, result?.Refusal);
    }

    private static async Task<Applied> SaveAsync(
        GciDb db, Response response, OpenedResponse opened, Preview preview, PresentAnswers now, DateTimeOffset at, CancellationToken cancel)
    {
        var keys = preview.Rows.Select(row => preview.Origin.Key(row.Code, row.Change.Current.Revision)).ToArray();
        var sameKey = await db.Answers.AsNoTracking().Where(answer => answer.ResponseId == response.Id && keys.Contains(answer.Key)).ToDictionaryAsync(answer => answer.Key, cancel);
        var open = await db.Suggestions.Where(suggestion => suggestion.ResponseId == response.Id && suggestion.State == SuggestionState.Open && suggestion.By == opened.Actor.Id).ToListAsync(cancel);
        var links = 0;
        foreach (var row in preview.Rows)
        {
            var proposed = row.Change.Proposed;
            var draft = proposed.IsTouched ? AnswerChecks.Check(opened.Edition, row.Question, proposed.Draft()).Draft : now.Answer(row.Code)?.AsDraft();
            if (row.Kind == RowKind.Suggestion)
            {
                Done(response.Suggest(opened.Actor, row.Code, draft!, open, at));
            }
            else if (proposed.IsTouched || proposed.IsConfirmed)
            {
                var key = preview.Origin.Key(row.Code, row.Change.Current.Revision);
                var outcome = response.Record(
                    opened.Actor, row.Code, draft!, row.Change.Current.Revision, key, now.Answer(row.Code), sameKey.GetValueOrDefault(key), at,
                    preview.Origin.Provenance);
                Done((outcome as SaveOutcome.Refused)?.Refusal);
            }

            links += proposed.AreLinksTouched ? await LinksAsync(db, response, opened, row, now, at, cancel) : 0;
        }

        return new(preview.Of(RowKind.Change).Count(row => row.Change.Proposed is { IsTouched: true } or { IsConfirmed: true }), preview.Of(RowKind.Suggestion).Count(), links);
    }

    private static async Task<int> LinksAsync(
        GciDb db, Response response, OpenedResponse opened, PreviewRow row, PresentAnswers now, DateTimeOffset at, CancellationToken cancel)
    {
        var plan = LinkPlan.Of(row.Question, now.Evidence(row.Code), row.Change.Proposed.Links()).Plan ?? throw new UnreachableException();
        var removed = plan.Removed.Select(item => item.Id).ToArray();
        foreach (var item in await db.Evidence.Where(item => removed.Contains(item.Id)).ToListAsync(cancel))
        {
            Done(response.Remove(opened.Actor, item, at));
        }

        var present = now.Evidence(row.Code).ExceptBy(removed, item => item.Id).ToArray();
        foreach (var link in plan.Added)
        {
            Done(response.Attach(opened.Actor, row.Question, link, present, file: null, at));
        }

        return removed.Length + plan.Added.Length;
    }

    // All was checked while the response was held; what is refused now would be saved in part, so nothing is.
    private static void Done(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new UnreachableException($"{refusal.Code} after it was checked.");
        }
    }

    private sealed record Result(Applied? Applied, Preview? Again, Refusal? Refusal);
}
