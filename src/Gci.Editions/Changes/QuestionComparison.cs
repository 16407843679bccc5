using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>What differs between two questions, but for their places.</summary>
internal static class QuestionComparison
{
    internal static ChangedParts Parts(Question before, Question after) =>
        If((before.Title, before.Text, before.Help) != (after.Title, after.Text, after.Help), ChangedParts.Words)
        | If(!IsSame(before.Type, after.Type), ChangedParts.Answer)
        | If(!IsSame(before.Evidence, after.Evidence), ChangedParts.Evidence)
        | If(before.Class != after.Class, ChangedParts.Class)
        | If(before.Relevant?.ToText() != after.Relevant?.ToText(), ChangedParts.Condition)
        | If(before.IsScored != after.IsScored, ChangedParts.Scoring)
        | If(before.Guide != after.Guide, ChangedParts.Guide)
        | If(before.Code != after.Code, ChangedParts.Code);

    internal static bool IsSame(AnswerType before, AnswerType after) => (before, after) switch
    {
        (OptionsType a, OptionsType b) => a.Name == b.Name && a.Options.SequenceEqual(b.Options),
        (TableType a, TableType b) => a.MaximumRows == b.MaximumRows && a.Columns.SequenceEqual(b.Columns),
        var (a, b) => a == b,
    };

    private static bool IsSame(EvidencePolicy? before, EvidencePolicy? after) => before is null || after is null
        ? before is null && after is null
        : (before.Minimum, before.Maximum) == (after.Minimum, after.Maximum) && before.When.SequenceEqual(after.When) && before.Accept.SequenceEqual(after.Accept) && before.Kinds.SequenceEqual(after.Kinds);

    private static ChangedParts If(bool differs, ChangedParts part) => differs ? part : ChangedParts.None;
}
