using System.Collections.Immutable;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Answers;

/// <summary>Finds the items that are asked, in one walk: conditions look back only.</summary>
internal static class Relevance
{
    /// <summary>The codes of all items that are asked. An item whose condition is unknown is not.</summary>
    internal static HashSet<string> Of(Questionnaire questionnaire, ImmutableSortedDictionary<string, Answer> answers)
    {
        var active = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in questionnaire.Sections)
        {
            Walk(section.Items, answers, active);
        }

        return active;
    }

    private static void Walk(ImmutableArray<Item> items, ImmutableSortedDictionary<string, Answer> answers, HashSet<string> active)
    {
        foreach (var item in items)
        {
            // A condition sees active answers only, so that what was once said below a "yes" does not outlive its change to "no".
            if (item.Relevant is null || item.Relevant.Evaluate(code => active.Contains(code) ? answers.GetValueOrDefault(code) : null) == true)
            {
                active.Add(item.Code);
                Walk(item is ItemGroup group ? group.Items : [], answers, active);
            }
        }
    }
}
