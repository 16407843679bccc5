using System.Collections.Immutable;
using Gci.Editions.Changes;
using Gci.Editions.Migrations;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Scoring.Aggregation;

namespace Gci.Editions.Tests.Changes;

/// <summary>What changed from 2024 to 2026, and from there on.</summary>
public sealed class EditionChangesTests
{
    private static readonly EditionChanges s_changes = EditionChanges.Between(Shipped.Edition2024, Shipped.Edition2026);

    private static QuestionChange Of(string code) => s_changes.Questions.Single(change => change.Codes.Contains(code));

    [Fact]
    public void The_migration_map_says_what_became_of_each_question()
    {
        Assert.Equal(["2024", "2026"], s_changes.Path);
        Assert.Equal(
            ["Split LEG-1.1.2 LEG-1.1.5 LEG-1.1.6", "Merged LEG-1.2.1 LEG-1.2.2 LEG-1.2.4", "Changed LEG-1.4", "Changed LEG-1.5", "Dropped LEG-2.7", "New LEG-2.9", "New TEC-3.4", "New TEC-3.5", "Changed COO-3.1", "New COO-4.3"],
            s_changes.Questions.Where(change => change.Kind != QuestionChangeKind.Same).Select(change => $"{change.Kind} {string.Join(' ', change.Codes)}"));
        Assert.Equal((ChangedParts.Words, "LEG", MigrationKind.Reworded), (Of("COO-3.1").Parts, Of("LEG-2.7").Pillar, Assert.Single(Of("COO-3.1").Reasons).Kind));
        Assert.StartsWith("One question asked for two offences", Assert.Single(Of("LEG-1.1.6").Reasons).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_stand_by_pillar()
    {
        var legal = s_changes.Pillars[0];

        Assert.Equal(5, s_changes.Pillars.Length);
        Assert.Equal(Shipped.Edition2024.Questionnaire!.Questions().Count(), s_changes.Pillars.Sum(pillar => pillar.QuestionsBefore));
        Assert.Equal(Shipped.Edition2026.Questionnaire!.Questions().Count(), s_changes.Pillars.Sum(pillar => pillar.QuestionsAfter));
        Assert.Equal((1, 1, 2, 1, 1), (legal.Kinds[QuestionChangeKind.Split], legal.Kinds[QuestionChangeKind.Merged], legal.Kinds[QuestionChangeKind.Changed], legal.Kinds[QuestionChangeKind.Dropped], legal.Kinds[QuestionChangeKind.New]));
    }

    [Fact]
    public void Weights_credits_tiers_levels_and_countries_are_compared()
    {
        Assert.All(s_changes.Tiers, tier => Assert.True(tier.IsSame));
        Assert.All(s_changes.Levels, level => Assert.True(level.IsSame));
        Assert.Empty(s_changes.CountriesJoined);
        var split = s_changes.Weights.Single(weight => weight.Before?.Code == "LEG-1.1.2");
        var entered = s_changes.Weights.Single(weight => weight.After?.Code == "LEG-1.1.5");
        Assert.Equal((null, null, "LEG"), (split.After, entered.Before, entered.Pillar));
        Assert.Equal(Shipped.Edition2024.Weights.Set["LEG-1.1.2"], split.Before!.Points, 9);
        Assert.True(s_changes.Weights.Single(weight => weight.After?.Code == "LEG").IsSame);
        Assert.Equal(
            Shipped.Edition2026.Tree.Nodes.Length - 1 + s_changes.Weights.Count(weight => weight.After is null), s_changes.Weights.Length);
        Assert.Equal([0.4, 0.3, 0.3, 0], s_changes.Credits.Single(credit => credit.QuestionAfter?.Code == "TEC-3.4").After!.Steps.Select(step => step.Credit));
        Assert.True(s_changes.Credits.Single(credit => credit.QuestionAfter?.Code == "CAP-2.3").IsSame);
    }

    [Fact]
    public void A_chain_of_editions_hands_the_reasons_on()
    {
        var later = Later(
            new MigrationEntry(["LEG-1.1.5"], [], MigrationKind.Dropped, false, false, "It was never answered."),
            new MigrationEntry(["LEG-1.1.6", "LEG-1.1.1"], ["LEG-1.1.6"], MigrationKind.Merged, true, true, "Both are one offence."));

        var changes = EditionChanges.Between(Shipped.Edition2024, later, Shipped.Edition2026);

        var family = changes.Questions.Single(change => change.Codes.Contains("LEG-1.1.6"));
        Assert.Equal(["2024", "2026", "2028"], changes.Path);
        Assert.Equal((QuestionChangeKind.Merged, "LEG-1.1.1 LEG-1.1.2 LEG-1.1.6"), (family.Kind, string.Join(' ', family.Codes)));
        Assert.Equal([("2026", MigrationKind.Split), ("2028", MigrationKind.Dropped), ("2028", MigrationKind.Merged)], family.Reasons.Select(reason => (reason.Edition, reason.Kind)));
        Assert.Empty(EditionChanges.Between(Shipped.Edition2024, later).Path);
    }

    [Fact]
    public void What_was_added_on_the_way_is_new_and_what_went_on_the_way_is_dropped()
    {
        var changes = EditionChanges.Between(Shipped.Edition2024, Later(new MigrationEntry(["TEC-3.4"], [], MigrationKind.Dropped, false, false, "Too early.")), Shipped.Edition2026);

        Assert.DoesNotContain(changes.Questions, change => change.Codes.Contains("TEC-3.4"));
        Assert.Equal((QuestionChangeKind.New, QuestionChangeKind.Dropped), (changes.Questions.Single(change => change.Codes.Contains("TEC-3.5")).Kind, changes.Questions.Single(change => change.Codes.Contains("LEG-2.7")).Kind));
    }

    [Fact]
    public void Without_a_map_questions_are_matched_by_code_and_then_by_variable()
    {
        var renamed = With(Shipped.Edition2026, "LEG-1.1.1", question => question with { Code = "LEG-1.1.9", Class = Confidentiality.Restricted, Evidence = null, Guide = "Look." }) with { Migration = null };

        var changes = EditionChanges.Between(Shipped.Edition2026, renamed);

        var change = Assert.Single(changes.Questions, change => change.Kind != QuestionChangeKind.Same);
        Assert.Empty(changes.Path);
        Assert.Equal((QuestionChangeKind.Changed, ChangedParts.Code | ChangedParts.Class | ChangedParts.Evidence | ChangedParts.Guide), (change.Kind, change.Parts));
    }

    [Fact]
    public void A_question_that_stands_elsewhere_has_moved_and_its_neighbours_have_not()
    {
        var questions = Shipped.Edition2026.Questionnaire!;
        var legal = questions.Sections[0];
        var moved = Shipped.Edition2026 with { Questionnaire = questions with { Sections = questions.Sections.SetItem(0, legal with { Items = [.. legal.Items.Skip(1), legal.Items[0]] }) } };

        var changes = EditionChanges.Between(Shipped.Edition2026, moved).Questions.Where(change => change.Parts.HasFlag(ChangedParts.Place)).Select(change => change.Codes.Single()).ToArray();

        Assert.True(changes.All(code => code.StartsWith("LEG-1", StringComparison.Ordinal)) || changes.All(code => code.StartsWith("LEG-2", StringComparison.Ordinal)));
        Assert.NotEmpty(changes);
    }

    [Fact]
    public void Rules_and_groups_of_countries_that_differ_are_told()
    {
        var before = Shipped.Edition2026;
        var after = before with
        {
            Levels = before.Levels.SetItem(2, before.Levels[2] with { Rule = before.Levels[2].Rule with { Aggregator = new GeometricMean() } }),
            Countries = before.Countries.Remove("RWA"),
            Groups = [.. before.Groups.Skip(1).Select(group => group with { Members = group.Members.Remove("RWA") })],
        };

        var changes = EditionChanges.Between(before, after);

        Assert.Equal([2], changes.Levels.Where(level => !level.IsSame).Select(level => level.Depth));
        Assert.Equal(["RWA"], changes.CountriesLeft.Select(country => country.Iso3));
        Assert.Null(Assert.Single(changes.CountryGroups, group => group.After is null).After);
        Assert.Contains(changes.CountryGroups, group => group.Left.SequenceEqual(["RWA"]));
        Assert.False(changes.IsEmpty);
    }

    [Fact]
    public void An_edition_that_is_known_by_its_figures_only_has_no_questions_to_compare()
    {
        var changes = EditionChanges.Between(Shipped.Edition2020, Shipped.Edition2024);

        Assert.False(changes.HasQuestions);
        Assert.Empty(changes.Questions);
        Assert.Equal(5, changes.Pillars.Length);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("ar", "ar")]
    [InlineData("zh", "zh")]
    public void Words_are_compared_in_the_readers_language(string language, string expected)
    {
        var wording = new ChangeWording(s_changes, language);
        var (old, question) = Of("LEG-1.4").Pair!.Value;

        var worded = wording.Of(before => before.Help(old), after => after.Help(question));

        Assert.Equal((expected, false), (worded.Language, worded.Change.IsSame));
        Assert.Equal(Shipped.Edition2026.In(language).Help(question).Text, worded.Change.After);
    }

    [Fact]
    public void Where_a_side_is_not_translated_both_are_English()
    {
        var before = Shipped.Edition2024 with { Translations = ImmutableDictionary<string, Translation>.Empty };
        var (old, question) = Of("LEG-1.4").Pair!.Value;

        var worded = new ChangeWording(EditionChanges.Between(before, Shipped.Edition2026), "fr").Of(wording => wording.Help(old), wording => wording.Help(question));

        Assert.Equal(("en", question.Help, old.Help), (worded.Language, worded.Change.After, worded.Change.Before));
    }

    /// <summary>An edition after that of 2026 in which only this changed.</summary>
    private static Edition Later(params MigrationEntry[] entries)
    {
        var before = Shipped.Edition2026;
        var gone = entries.SelectMany(entry => entry.From).Except(entries.SelectMany(entry => entry.To)).ToHashSet();
        var same = before.Questionnaire!.Questions().Where(question => entries.All(entry => !entry.From.Contains(question.Code)))
            .Select(question => new MigrationEntry([question.Code], [question.Code], MigrationKind.Same, true, true, null));
        return Mutations.Keeping(before, question => !gone.Contains(question.Code)) with { Id = "2028", Migration = new("2026", [.. same, .. entries], []) };
    }

    private static Edition With(Edition edition, string code, Func<Question, Question> change) => Mutations.Changing(edition, question => question.Code == code ? change(question) : question);
}
