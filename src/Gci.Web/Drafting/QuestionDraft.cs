using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Drafting;

/// <summary>A question as somebody wants it to be.</summary>
/// <param name="Title">A short label.</param>
/// <param name="Text">The question itself.</param>
/// <param name="Help">What counts and what does not.</param>
/// <param name="Guide">What a reviewer looks for; never shown to respondents.</param>
/// <param name="Options">The options of a list; empty for other kinds of answers and for yes, partial and no.</param>
/// <param name="Evidence">What proves the answer; null where nothing is to be proved.</param>
/// <param name="Class">Who may see answer and evidence.</param>
/// <param name="Relevant">When it is asked, such as <c>TEC-1.1 in (yes, partial)</c>; null for always.</param>
/// <param name="Reason">Why it is changed; the migration map keeps it.</param>
public sealed record QuestionDraft(
    string Title, string Text, string Help, string Guide, ImmutableArray<Option> Options, EvidencePolicy? Evidence, Confidentiality Class, string? Relevant, string? Reason)
{
    /// <summary>The same with empty lists where a program left them out.</summary>
    internal QuestionDraft Whole() => this with
    {
        Options = Whole(Options),
        Evidence = Evidence is { } policy ? policy with { When = Whole(policy.When), Accept = Whole(policy.Accept), Kinds = Whole(policy.Kinds) } : null,
    };

    private static ImmutableArray<T> Whole<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
