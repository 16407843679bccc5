using Gci.Data.Accounts;
using Gci.Data.Auditing;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>Puts a suggestion beside the answer. An open one of the same person on the same question is withdrawn by it.</summary>
    public Refusal? Suggest(Actor actor, string question, AnswerDraft draft, IEnumerable<Suggestion> open, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(open);
        if (WhyClosed(question) is { } closed)
        {
            return closed;
        }

        foreach (var earlier in open.Where(suggestion => suggestion.By == actor.Id && suggestion.Question == question && suggestion.State == SuggestionState.Open))
        {
            Settle(earlier, SuggestionState.Withdrawn, actor, now);
        }

        var suggestion = new Suggestion
        {
            Id = Guid.CreateVersion7(now),
            ResponseId = Id,
            Question = question,
            Value = draft.Value,
            IsNotApplicable = draft.IsNotApplicable,
            Reason = draft.Reason,
            Comment = draft.Comment,
            By = actor.Id,
            At = now,
        };
        Added.Add(Append(actor, AuditActions.SuggestionMade, suggestion.Id.ToString(), suggestion.ContentHash(), now));
        Added.Add(suggestion);
        return null;
    }

    /// <summary>The suggestion that was made last since the response was loaded.</summary>
    public Suggestion LastSuggested() => Added.OfType<Suggestion>().Last();

    /// <summary>
    /// Makes a suggestion the answer, as a new revision that names who suggested it, unless somebody changed the answer since
    /// <paramref name="baseRevision"/>.
    /// </summary>
    public SaveOutcome Accept(Actor actor, Suggestion suggestion, string suggestedBy, AnswerRevision? current, int baseRevision, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        if (WhyNotDecide(suggestion) is { } refusal)
        {
            return new SaveOutcome.Refused(refusal);
        }

        var outcome = Record(
            actor, suggestion.Question, suggestion.AsDraft(), baseRevision, $"suggestion-{suggestion.Id}", current, null, now,
            why: $"Suggested by {suggestedBy}");
        if (outcome is SaveOutcome.Saved)
        {
            Settle(suggestion, SuggestionState.Accepted, actor, now);
        }

        return outcome;
    }

    public Refusal? Decline(Actor actor, Suggestion suggestion, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(suggestion);
        if (WhyNotDecide(suggestion) is { } refusal)
        {
            return refusal;
        }

        Settle(suggestion, suggestion.By == actor.Id ? SuggestionState.Withdrawn : SuggestionState.Declined, actor, now);
        return null;
    }

    private Refusal? WhyNotDecide(Suggestion suggestion) => WhyClosed(suggestion.Question)
        ?? (suggestion.State == SuggestionState.Open ? null : new("suggestion-decided"));

    private void Settle(Suggestion suggestion, SuggestionState state, Actor actor, DateTimeOffset now)
    {
        (suggestion.State, suggestion.DecidedBy, suggestion.DecidedAt) = (state, actor.Id, now);
        var content = CanonicalHash.Of("suggestion", suggestion.Id.ToString(), state.ToString());
        Added.Add(Append(actor, $"suggestion.{(state switch { SuggestionState.Accepted => "accepted", SuggestionState.Declined => "declined", _ => "withdrawn" })}", suggestion.Id.ToString(), content, now));
    }
}
