using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>A pillar before and after; one of them is null where it is new or gone.</summary>
/// <param name="Kinds">How many of its questions became what.</param>
public sealed record PillarChange(
    Pillar? Before, Pillar? After, Section? SectionBefore, Section? SectionAfter, ImmutableSortedDictionary<QuestionChangeKind, int> Kinds)
{
    public string Code => (After ?? Before)!.Code;

    public int QuestionsBefore => Questions(SectionBefore).Count();

    public int QuestionsAfter => Questions(SectionAfter).Count();

    public int ScoredBefore => Questions(SectionBefore).Count(question => question.IsScored);

    public int ScoredAfter => Questions(SectionAfter).Count(question => question.IsScored);

    /// <summary>Whether the pillar's own words or points differ, whatever became of its questions.</summary>
    public bool IsSame => (Before?.Code, Before?.Title, Before?.Points) == (After?.Code, After?.Title, After?.Points) && SectionBefore?.Introduction == SectionAfter?.Introduction;

    private static IEnumerable<Question> Questions(Section? section) => section is null ? [] : new Questionnaire([section], []).Questions();
}
