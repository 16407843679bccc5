using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

public sealed partial class Response
{
    /// <summary>
    /// Gives an answer a stricter class than its question has, or takes that back; below the question's own class it never gets. Whoever may change the
    /// answer decides, as long as it can be changed.
    /// </summary>
    /// <param name="present">The class that the answer has now.</param>
    public Refusal? Raise(Actor actor, Question question, Confidentiality wanted, Confidentiality present, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(question);
        var refusal = WhyClosed(question.Code)
            ?? Refusal.Unless(Kind == ResponseKind.National && actor.Role.IsRespondent(), "not-allowed")
            ?? Refusal.If(wanted < question.Class, "class-lower");
        if (refusal is null && wanted != present)
        {
            Classify(actor, question.Code, wanted, now);
        }

        return refusal;
    }

    private void Classify(Actor actor, string question, Confidentiality of, DateTimeOffset now) =>
        Added.Add(Append(actor, RaisedClasses.Action(of), question, CanonicalHash.Of("class", question, of.Word()), now));
}
