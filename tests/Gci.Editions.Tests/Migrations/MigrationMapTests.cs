using System.Collections.Immutable;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Tests.Migrations;

/// <summary>What the answers of 2024 become in 2026.</summary>
public sealed class MigrationMapTests
{
    private static readonly MigrationMap s_map = Shipped.Edition2026.Migration!;

    private static string[] Codes(Edition edition) => [.. edition.Questionnaire!.Questions().Select(question => question.Code)];

    [Fact]
    public void Every_question_of_2024_is_handled_exactly_once_in_its_order() =>
        Assert.Equal(Codes(Shipped.Edition2024), s_map.Entries.SelectMany(entry => entry.From));

    [Fact]
    public void Every_question_of_2026_has_one_origin_or_is_new()
    {
        var origins = s_map.Entries.SelectMany(entry => entry.To).Concat(s_map.Added).ToArray();

        Assert.Equal(Codes(Shipped.Edition2026).Order(StringComparer.Ordinal), origins.Order(StringComparer.Ordinal));
        Assert.All(s_map.Added, code => Assert.Null(s_map.To(code)));
    }

    [Fact]
    public void One_question_is_split_two_are_merged_two_reworded_one_dropped_and_four_are_new()
    {
        Assert.Equal("2024", s_map.DerivedFrom);
        Assert.Equal(
            [MigrationKind.Split, MigrationKind.Merged, MigrationKind.Reworded, MigrationKind.Dropped, MigrationKind.Reworded],
            s_map.Entries.Where(entry => entry.Kind != MigrationKind.Same).Select(entry => entry.Kind));
        Assert.Equal(["LEG-2.9", "TEC-3.4", "TEC-3.5", "COO-4.3"], s_map.Added);
        Assert.All(s_map.Entries, entry => Assert.Equal(entry.Kind == MigrationKind.Same, entry.Reason is null));
    }

    [Fact]
    public void An_edition_that_is_derived_from_none_has_no_map()
    {
        Assert.Null(Shipped.Edition2024.Migration);
        Assert.Null(Shipped.Edition2020.Migration);
    }

    [Fact]
    public void What_is_the_same_keeps_its_answer_and_is_to_be_confirmed() => Assert.Equal(
        [new("LEG-1.1.1", "partial", ["LEG-1.1.1"], MigrationKind.Same, true), new("TEC-1.6", "12", ["TEC-1.6"], MigrationKind.Same, true)],
        Carry(("TEC-1.6", "12"), ("LEG-1.1.1", "partial")), new ByContent());

    [Fact]
    public void A_split_question_hands_its_answer_to_both() => Assert.Equal(
        [new("LEG-1.1.5", "yes", ["LEG-1.1.2"], MigrationKind.Split, true), new("LEG-1.1.6", "yes", ["LEG-1.1.2"], MigrationKind.Split, true)],
        Carry(("LEG-1.1.2", "yes")), new ByContent());

    [Fact]
    public void Merged_questions_hand_on_the_answer_that_both_had_and_no_other()
    {
        Assert.Equal([new("LEG-1.2.4", "yes", ["LEG-1.2.1", "LEG-1.2.2"], MigrationKind.Merged, true)], Carry(("LEG-1.2.1", "yes"), ("LEG-1.2.2", "yes")), new ByContent());
        Assert.Empty(Carry(("LEG-1.2.1", "yes"), ("LEG-1.2.2", "no")));
        Assert.Empty(Carry(("LEG-1.2.1", "yes")));
    }

    [Fact]
    public void A_reworded_question_keeps_its_answer_and_a_dropped_one_does_not() => Assert.Equal(
        [new("LEG-1.4", "incitement; intimate-images", ["LEG-1.4"], MigrationKind.Reworded, true)],
        Carry(("LEG-1.4", "incitement; intimate-images"), ("LEG-2.7", "yes")), new ByContent());

    [Fact]
    public void What_the_question_does_not_take_is_not_carried()
    {
        Assert.Empty(Carry(("TEC-1.6", "many"), ("LEG-1.1.1", "perhaps"), ("LEG-1.1.2", "maybe"), ("LEG-9.9", "yes"), ("ORG-1.2", "2027-01-01"), ("LEG-1.5", "=1+1")));
        Assert.Single(Carry(("ORG-1.2", "2026-12-31")));
    }

    [Fact]
    public void A_value_that_is_not_carried_stays_behind()
    {
        var map = s_map with { Entries = [.. s_map.Entries.Select(entry => entry with { CarriesValue = entry.From[0] != "LEG-1.1.1" })] };

        Assert.Equal(["LEG-1.1.3"], map.Carry(Shipped.Edition2026, new Dictionary<string, string> { ["LEG-1.1.1"] = "yes", ["LEG-1.1.3"] = "yes" }).Select(carried => carried.Code));
    }

    [Fact]
    public void The_best_answer_to_everything_in_2024_leaves_only_what_is_new_and_what_was_dropped()
    {
        var answers = Shipped.Edition2024.Questionnaire!.Questions().Where(question => question.Type is ChoiceType or NumberType)
            .ToDictionary(question => question.Code, question => question.Type is ChoiceType type ? type.Options[0].Code : "1");

        var carried = s_map.Carry(Shipped.Edition2026, answers).Select(answer => answer.Code);

        Assert.Equal(
            Shipped.Edition2026.Questionnaire!.Questions().Where(question => question.Type is ChoiceType or NumberType && !s_map.Added.Contains(question.Code)).Select(question => question.Code),
            carried);
    }

    private static ImmutableArray<CarriedAnswer> Carry(params IEnumerable<(string Code, string Text)> answers) =>
        s_map.Carry(Shipped.Edition2026, answers.ToDictionary(answer => answer.Code, answer => answer.Text));

    // Lists of codes are compared by what they hold.
    private sealed class ByContent : IEqualityComparer<CarriedAnswer>
    {
        public bool Equals(CarriedAnswer? x, CarriedAnswer? y) =>
            (x?.Code, x?.Text, x?.Kind, x?.MustConfirm) == (y?.Code, y?.Text, y?.Kind, y?.MustConfirm) && x!.From.SequenceEqual(y!.From);

        public int GetHashCode(CarriedAnswer answer) => answer.Code.GetHashCode(StringComparison.Ordinal);
    }
}
