using System.Collections.Immutable;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Results;
using Gci.Tiering;

namespace Gci.Editions.Tests.Results;

public sealed class IndicationTests
{
    private static Edition Edition => Shipped.Edition2024;

    [Fact]
    public void Without_answers_it_is_the_lowest_tier_and_every_question_that_is_asked_would_add_its_points()
    {
        var indication = Indication.Of(Edition, Sheet([]))!;

        Assert.Equal((0, "T5", 20.0), (indication.Points, indication.Tier.Tier.Code, indication.Tier.ToNextTierUp));
        var gain = Gains(indication)["LEG-1.1.1"];
        Assert.Equal(Edition.Scorer.Maximum(Edition.Tree["LEG-1.1.1"].Position), gain, 9);
        Assert.All(indication.Pillars, pillar => Assert.Equal(pillar.Gains.Select(one => one.Points).OrderDescending(), pillar.Gains.Select(one => one.Points)));
    }

    [Fact]
    public void A_question_that_earns_all_it_can_would_add_nothing_and_a_draft_the_other_half()
    {
        var nothing = Gains(Indication.Of(Edition, Sheet([]))!);

        var gains = Gains(Indication.Of(Edition, Sheet([("LEG-1.1.1", new OptionAnswer("yes")), ("LEG-1.1.2", new OptionAnswer("partial"))]))!);

        Assert.False(gains.ContainsKey("LEG-1.1.1"));
        Assert.Equal(nothing["LEG-1.1.2"] / 2, gains["LEG-1.1.2"], 9);
        Assert.Equal(nothing["LEG-1.1.3"], gains["LEG-1.1.3"], 9);
    }

    [Fact]
    public void What_is_not_asked_is_not_told_to_add_anything()
    {
        var hidden = Edition.Questionnaire!.Questions().First(question => question.IsScored && question.Relevant is not null).Code;

        Assert.False(Gains(Indication.Of(Edition, Sheet([]))!).ContainsKey(hidden));
    }

    [Fact]
    public void It_says_the_same_as_the_results_do()
    {
        var sheet = Sheet([.. Edition.Questionnaire!.Questions().Where(question => question.Type is ChoiceType { IsYesPartialNo: true }).Select(question => (question.Code, (Answer)new OptionAnswer("yes")))]);
        var result = EditionResults.Of(Edition, [sheet]);

        var indication = Indication.Of(Edition, sheet)!;

        Assert.Equal(result.Countries[0].Tier, indication.Tier.Tier);
        Assert.Equal(result.Countries[0].Pillars.Select(pillar => (pillar.Points, pillar.Tier!)), indication.Pillars.Select(pillar => (pillar.Points, pillar.Tier.Tier)));
        Assert.Equal(result.Scores[0, Edition.Tree.Root.Position], indication.Points);
    }

    [Fact]
    public void Where_tiers_depend_on_other_countries_there_is_none() =>
        Assert.Null(Indication.Of(Edition with { Tiers = Edition.Tiers with { Scheme = new Quantiles("by quantiles", Edition.Tiers.Scheme.BestFirst) } }, Sheet([])));

    private static Dictionary<string, double> Gains(Indication indication) =>
        indication.Pillars.SelectMany(pillar => pillar.Gains).ToDictionary(gain => gain.Question.Code, gain => gain.Points, StringComparer.Ordinal);

    private static AnswerSheet Sheet((string Code, Answer Answer)[] answers) => new(
        "KEN", Edition.Questionnaire!, answers.ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Answer, StringComparer.Ordinal),
        ImmutableSortedDictionary<string, string>.Empty);
}
