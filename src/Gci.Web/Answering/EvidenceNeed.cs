using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Answering;

/// <summary>How much evidence an answer needs.</summary>
public static class EvidenceNeed
{
    /// <summary>None where there is no answer, or where it is one that claims nothing.</summary>
    public static int Of(Question question, Answer? answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Evidence is not { } policy || answer is null ? 0
            : policy.When.IsEmpty || Chosen(answer).Any(policy.When.Contains) ? policy.Minimum
            : 0;
    }

    /// <summary>What can be taken as proof: an infected file cannot.</summary>
    public static bool Counts(StoredFile? file) => file?.Scan != ScanState.Infected;

    private static ImmutableSortedSet<string> Chosen(Answer answer) => answer switch
    {
        OptionAnswer option => [option.Option],
        TickAnswer ticks => ticks.Options,
        _ => [],
    };
}
