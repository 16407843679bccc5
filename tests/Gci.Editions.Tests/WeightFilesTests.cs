namespace Gci.Editions.Tests;

/// <summary>Weight files are made from ballots, and not from wrong ones.</summary>
public sealed class WeightFilesTests : IDisposable
{
    private const string Ballot = "methodology/2024/ballots/illustrative-01.csv";

    private readonly EditionsCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Theory]
    [InlineData("LEG-1.1.1,25", "LEG-1.1.9,25", "LEG-1.1.9 is not a scored item of the edition.", "The items below LEG-1.1 get 75 points on 3 of 4 items; a group is left out whole, or all its items together get 100.")]
    [InlineData("LEG-1.1.1,25", "LEG-1.1.1,26", "The items below LEG-1.1 get 101 points on 4 of 4 items; a group is left out whole, or all its items together get 100.")]
    public void A_ballot_that_does_not_spend_its_budget_is_said(string old, string replacement, params string[] expected)
    {
        _copy.Replace(Ballot, old, replacement);
        var problems = new Problems();

        Assert.Null(_copy.Folder.WeightsFromBallots("2024", problems));
        Assert.Equal(expected.Select(sentence => $"{Ballot}:1: {sentence}"), problems.InOrder().Select(problem => problem.ToString()));
    }

    [Fact]
    public void An_expert_may_leave_a_group_out()
    {
        var ballot = File.ReadAllLines(_copy.PathOf(Ballot)).Where(line => !line.StartsWith("LEG-1.1.", StringComparison.Ordinal));
        _copy.Write(Ballot, string.Join('\n', ballot) + "\n");

        Assert.NotNull(_copy.Folder.WeightsFromBallots("2024", new()));
    }

    [Fact]
    public void Weights_of_experts_are_not_illustrative()
    {
        foreach (var ballot in Directory.EnumerateFiles(_copy.PathOf("methodology/2024/ballots")).Order(StringComparer.Ordinal).Skip(1).ToArray())
        {
            File.Delete(ballot);
        }

        File.Move(_copy.PathOf(Ballot), _copy.PathOf("methodology/2024/ballots/expert-01.csv"));
        var legal = _copy.Folder.WeightsFromBallots("2024", new())![0].Content;

        Assert.Contains("illustrative: false\nsource: \"Mean of 1 ballots.\"\nweights: # from ../ballots, by: gci weights\n  LEG-1: 11.200000\n", legal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_without_a_questionnaire_has_no_weights_to_make()
    {
        var problems = new Problems();

        Assert.Null(_copy.Folder.WeightsFromBallots("2020", problems));
        Assert.Equal(
            "methodology/2020/pillars.yaml:2: The edition has no questionnaire, and so no weights below its pillars.", Assert.Single(problems.InOrder()).ToString());
    }
}
