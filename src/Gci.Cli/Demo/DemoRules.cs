using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;

namespace Gci.Cli.Demo;

/// <summary>The demonstration keeps the rules of the service; where it would break one, it ends instead of telling something that cannot be.</summary>
internal static class DemoRules
{
    internal static void Allowed(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The demonstration is refused: {refusal.Code} {string.Join(", ", refusal.Values)}.");
        }
    }

    /// <summary>Certifies what was answered; nothing may be missing but answers.</summary>
    internal static void Certify(Response response, Edition edition, Actor actor, Dossier dossier, DateTimeOffset now)
    {
        var completeness = Completeness.Of(edition, response.Country, dossier);
        Allowed(response.Certify(actor, new(actor.Name, "National focal point", IsDeclared: true, completeness.Unanswered, dossier.Content()), dossier, completeness, now));
    }

    internal static AnswerRevision Saved(SaveOutcome outcome) => outcome is SaveOutcome.Saved saved
        ? saved.Answer
        : throw new InvalidOperationException($"An answer of the demonstration is not saved: {outcome}.");
}
