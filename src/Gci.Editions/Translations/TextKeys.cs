using Gci.Editions.Questionnaires;

namespace Gci.Editions.Translations;

/// <summary>The keys by which the texts of an edition are translated: a code, a slash and a field.</summary>
internal static class TextKeys
{
    internal static string Title(string code) => $"{code}/title";

    internal static string Introduction(string pillar) => $"{pillar}/introduction";

    internal static string Text(Item item) => $"{item.Code}/text";

    internal static string Help(Question question) => $"{question.Code}/help";

    /// <summary>Yes, partial and no are the same words wherever they are asked.</summary>
    internal static string Option(Question question, Option option) =>
        question.Type is ChoiceType { IsYesPartialNo: true } ? SharedOption(option) : $"{question.Code}/option/{option.Code}";

    internal static string SharedOption(Option option) => $"option/{option.Code}";

    internal static string Unit(Question question) => $"{question.Code}/unit";

    internal static string Column(Question question, TableColumn column) => $"{question.Code}/column/{column.Code}";

    internal static string EvidenceKind(EvidenceKind kind) => $"kind/{kind.Code}";

    internal static string TierName(string tier) => $"tier/{tier}/name";

    internal static string TierDescription(string tier) => $"tier/{tier}/description";

    internal static string Level(string level) => $"level/{level}/name";

    internal static string Levels(string level) => $"level/{level}/plural";
}
