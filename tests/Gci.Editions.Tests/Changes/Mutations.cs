using System.Collections.Immutable;
using CsCheck;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Tests.Changes;

/// <summary>Editions whose questions were changed on purpose; what they are worth stays as it was.</summary>
internal static class Mutations
{
    internal static Edition Changing(Edition edition, Func<Question, Question> change) => With(edition, item => [change(item)]);

    internal static Edition Keeping(Edition edition, Func<Question, bool> isKept) => With(edition, item => isKept(item) ? [item] : []);

    /// <summary>An edition in which questions are gone, reworded, renamed, of another class or turned round inside their groups.</summary>
    internal static Gen<Edition> Of(Edition edition) => Gen.Int[0, 9].Array[edition.Questionnaire!.Questions().Count()].Select(lot =>
    {
        var places = edition.Questionnaire!.Questions().Select((question, place) => (question.Code, place)).ToDictionary(StringComparer.Ordinal);
        return With(edition, question => lot[places[question.Code]] switch
        {
            0 => [],
            1 => [question with { Text = question.Text.Replace("the", "a", StringComparison.Ordinal) + " Added." }],
            2 => [question with { Code = question.Code + "9" }],
            3 => [question with { Class = Confidentiality.Restricted, IsScored = false }],
            4 => [question with { Code = question.Code + "8", Variable = question.Variable + "_8" }, question],
            _ => [question],
        });
    });

    private static Edition With(Edition edition, Func<Question, IEnumerable<Question>> change) => edition with
    {
        Questionnaire = edition.Questionnaire! with { Sections = [.. edition.Questionnaire.Sections.Select(section => section with { Items = Items(section.Items, change) })] },
    };

    private static ImmutableArray<Item> Items(ImmutableArray<Item> items, Func<Question, IEnumerable<Question>> change) =>
        [.. items.SelectMany(item => item is ItemGroup group ? (IEnumerable<Item>)[group with { Items = Items(group.Items, change) }] : change((Question)item))];
}
