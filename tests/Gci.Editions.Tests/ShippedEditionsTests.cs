using Gci.Editions.Questionnaires;
using Gci.Testing;

namespace Gci.Editions.Tests;

public sealed class ShippedEditionsTests
{
    private static readonly Edition s_edition = Shipped.Edition2024;

    private static IEnumerable<Question> Questions(string edition) => Shipped.Asking(edition).Questionnaire!.Questions();

    [Fact]
    public void Nothing_is_wrong_with_the_definitions() => Assert.Empty(Shipped.Folder.Check().InOrder());

    [Fact]
    public void There_are_the_editions_of_2020_2024_and_2026() => Assert.Equal(["2020", "2024", "2026"], Shipped.Folder.Ids);

    [Fact]
    public void The_index_of_2024_has_5_pillars_20_indicators_64_sub_indicators_and_28_micro_indicators()
    {
        var byDepth = s_edition.Tree.Nodes.GroupBy(node => node.Depth).OrderBy(depth => depth.Key).Select(depth => depth.Count());

        Assert.Equal([1, 5, 20, 64, 28], byDepth);
        Assert.Equal(["index", "pillar", "indicator", "sub-indicator", "micro-indicator"], s_edition.Levels.Select(level => level.Name));
    }

    [Fact]
    public void The_pillars_have_2_4_3_6_and_5_indicators()
    {
        var indicators = s_edition.Pillars.Select(pillar => s_edition.Tree[pillar.Code].Children.Length);

        Assert.Equal([2, 4, 3, 6, 5], indicators);
        Assert.Equal(["LEG", "TEC", "ORG", "CAP", "COO"], s_edition.Pillars.Select(pillar => pillar.Code));
    }

    [Fact]
    public void Of_the_sub_indicators_55_are_asked_directly_and_9_are_split_which_makes_83_scored_questions()
    {
        var subIndicators = s_edition.Tree.Nodes.Where(node => node.Depth == 3).ToArray();

        Assert.Equal((55, 9), (subIndicators.Count(node => node.IsLeaf), subIndicators.Count(node => !node.IsLeaf)));
        Assert.Equal(83, Questions("2024").Count(question => question.IsScored));
        Assert.Equal(83, s_edition.Tree.Leaves.Length);
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Every_type_of_answer_is_used(string edition) => Assert.Equal(
        ["choice", "choices", "date", "number", "table", "text", "yes-partial-no"],
        Questions(edition).Select(question => question.Type.Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Every_question_says_what_counts_and_what_a_reviewer_looks_for_at_some_length(string edition) => Assert.All(Questions(edition), question =>
    {
        Assert.InRange(question.Text.Length, 40, 400);
        Assert.InRange(question.Help.Length, 60, 600);
        Assert.InRange(question.Guide.Length, 60, 900);
    });

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Every_question_that_is_scored_asks_for_evidence(string edition) =>
        Assert.Empty(Questions(edition).Where(question => question.IsScored && question.Evidence is null).Select(question => question.Code));

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Every_kind_of_evidence_is_asked_for(string edition) => Assert.Equal(
        Shipped.Asking(edition).Questionnaire!.EvidenceKinds.Select(kind => kind.Code).Order(StringComparer.Ordinal),
        Questions(edition).SelectMany(question => question.Evidence?.Kinds ?? []).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void No_two_items_share_a_text_and_no_two_questions_their_help_or_guide(string edition)
    {
        Assert.Empty(Twice(Shipped.Asking(edition).Questionnaire!.Items().Select(item => item.Text)));
        Assert.Empty(Twice(Questions(edition).Select(question => question.Help)));
        Assert.Empty(Twice(Questions(edition).Select(question => question.Guide)));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void The_weights_are_those_that_the_ballots_give(string edition)
    {
        var files = Shipped.Folder.WeightsFromBallots(edition, new())!;

        Assert.Equal(5, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(file.Path), file.Content));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void The_weights_are_flagged_illustrative(string edition) => Assert.True(Shipped.Asking(edition).Weights.IsIllustrative);

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Full_marks_of_each_pillar_are_20_points_to_the_last_bit(string id)
    {
        var edition = Shipped.Asking(id);
        Assert.All(edition.Pillars, pillar => Assert.Equal(20.0, edition.Scorer.Maximum(edition.Tree[pillar.Code].Position)));
        Assert.Equal(100.0, edition.Points);
    }

    [Fact]
    public void The_index_of_2026_has_5_pillars_20_indicators_67_sub_indicators_and_28_micro_indicators_with_86_scored_questions()
    {
        var byDepth = Shipped.Edition2026.Tree.Nodes.GroupBy(node => node.Depth).OrderBy(depth => depth.Key).Select(depth => depth.Count());

        Assert.Equal([1, 5, 20, 67, 28], byDepth);
        Assert.Equal(86, Questions("2026").Count(question => question.IsScored));
        Assert.Equal(9, Shipped.Edition2026.Tree.Nodes.Count(node => node.Depth == 3 && !node.IsLeaf));
    }

    [Fact]
    public void Tiers_groups_and_strengths_of_2020_are_those_of_2024()
    {
        Assert.Equal(s_edition.Tiers.BestFirst, Shipped.Edition2020.Tiers.BestFirst);
        Assert.Equal(s_edition.Groups.Select(group => group.Code), Shipped.Edition2020.Groups.Select(group => group.Code));
        Assert.Equal(s_edition.StrengthRule, Shipped.Edition2020.StrengthRule);
        Assert.Null(Shipped.Edition2020.Questionnaire);
    }

    private static IEnumerable<string> Twice(IEnumerable<string> texts) => texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key);
}
