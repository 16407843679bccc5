using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>Suggestions are made here, whether a page or a program asks for it.</summary>
public static class Suggesting
{
    /// <summary>
    /// Puts a draft beside the answer in place of the person's open suggestion. The same as before changes nothing; the same as the answer
    /// itself suggests nothing, and takes back what was suggested.
    /// </summary>
    /// <returns>The open suggestion, or none: both null. Null altogether where there is no such response.</returns>
    public static async Task<Outcome<Suggestion>?> SuggestAsync(
        this GciDb db, OpenedResponse opened, Question question, AnswerDraft draft, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(question);
        var (tidy, mistake) = AnswerChecks.Check(opened.Edition, question, draft);
        return mistake is not null ? Outcome<Suggestion>.Not(mistake) : await db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var now = Moment.Now(clock);
                var open = await db.OpenSuggestions(response.Id).Where(suggestion => suggestion.Question == question.Code && suggestion.By == opened.Actor.Id).ToListAsync(stop);
                var mine = open.LastOrDefault();
                if (mine?.AsDraft() == tidy)
                {
                    return Outcome<Suggestion>.Done(mine);
                }

                var current = await db.LastRevisionAsync(response.Id, question.Code, stop);
                if (tidy == (current?.AsDraft() ?? AnswerDraft.Empty))
                {
                    return new Outcome<Suggestion>(null, mine is null ? response.WhyClosed() : response.Decline(opened.Actor, mine, now));
                }

                return response.Suggest(opened.Actor, question.Code, tidy, open, now) is { } refusal
                    ? Outcome<Suggestion>.Not(refusal)
                    : Outcome<Suggestion>.Done(response.LastSuggested());
            },
            cancel);
    }

    /// <summary>Makes a suggestion the answer, unless the answer changed since the revision that was seen.</summary>
    public static Task<SaveOutcome?> AcceptAsync(this GciDb db, OpenedResponse opened, Guid suggestion, int seen, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return db.ResponseAsync<SaveOutcome>(
            opened.Response.Id,
            async (response, stop) =>
            {
                var found = await db.Suggestions.FirstAsync(row => row.Id == suggestion && row.ResponseId == response.Id, stop);
                var by = await db.Users.Where(user => user.Id == found.By).Select(user => user.Name).FirstOrDefaultAsync(stop);
                var current = await db.LastRevisionAsync(response.Id, found.Question, stop);
                return response.Accept(opened.Actor, found, by ?? "", current, seen, Moment.Now(clock));
            },
            cancel);
    }

    /// <summary>Declines a suggestion; for the person who made it, takes it back.</summary>
    public static Task<Outcome<Suggestion>?> DeclineAsync(this GciDb db, OpenedResponse opened, Guid suggestion, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var found = await db.Suggestions.FirstAsync(row => row.Id == suggestion && row.ResponseId == response.Id, stop);
                return new Outcome<Suggestion>(found, response.Decline(opened.Actor, found, Moment.Now(clock)));
            },
            cancel);
    }

    public static IQueryable<Suggestion> OpenSuggestions(this GciDb db, Guid response)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Suggestions.Where(suggestion => suggestion.ResponseId == response && suggestion.State == SuggestionState.Open);
    }

    internal static Task<AnswerRevision?> LastRevisionAsync(this GciDb db, Guid response, string question, CancellationToken cancel) =>
        db.Answers.AsNoTracking().Where(answer => answer.ResponseId == response && answer.Question == question)
            .OrderByDescending(answer => answer.Revision).FirstOrDefaultAsync(cancel);
}
