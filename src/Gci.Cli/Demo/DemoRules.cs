using Gci.Data;
using Gci.Data.Responses;

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

    internal static AnswerRevision Saved(SaveOutcome outcome) => outcome is SaveOutcome.Saved saved
        ? saved.Answer
        : throw new InvalidOperationException($"An answer of the demonstration is not saved: {outcome}.");
}
