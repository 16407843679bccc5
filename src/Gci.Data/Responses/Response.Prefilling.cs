using Gci.Data.Accounts;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>Takes over what the country said to the previous edition. Nobody has begun to answer by that.</summary>
    internal void Prefill(Actor actor, string previousEdition, IEnumerable<PrefilledAnswer> answers, DateTimeOffset now)
    {
        foreach (var answer in answers)
        {
            Appended(
                actor, answer.Question.Code, answer.Draft, $"prefill-{answer.Question.Code}", current: null, now,
                answer.MustConfirm ? Provenance.PrefilledUnconfirmed : Provenance.Country,
                why: $"{previousEdition}: {string.Join(", ", answer.From)}");
            if (answer.Class > answer.Question.Class)
            {
                Classify(actor, answer.Question.Code, answer.Class, now);
            }

            foreach (var link in answer.Links)
            {
                // What the question of this edition does not take is left out.
                _ = Attach(actor, answer.Question, link, [.. Added.OfType<EvidenceItem>().Where(item => item.Question == answer.Question.Code)], file: null, now);
            }
        }

        State = ResponseState.NotStarted;
    }
}
