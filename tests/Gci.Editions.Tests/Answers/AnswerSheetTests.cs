using System.Collections.Immutable;
using Gci.Editions.Answers;

namespace Gci.Editions.Tests.Answers;

public sealed class AnswerSheetTests
{
    private static readonly Answer s_web = new TickAnswer(ImmutableSortedSet.Create("web"));

    [Fact]
    public void An_item_is_asked_if_its_condition_and_those_of_the_groups_around_it_hold()
    {
        var sheet = Small.Sheet(("TEC-1", new OptionAnswer("yes")), ("TEC-2.1", s_web), ("TEC-2.2", new NumberAnswer(6)));

        Assert.All(["TEC-1", "TEC-2", "TEC-2.1", "TEC-2.2", "TEC-2.3", "TEC-3"], code => Assert.True(sheet.IsActive(code)));
        Assert.Equal(new NumberAnswer(6), sheet.Active("TEC-2.2"));
        Assert.Null(sheet.Active("TEC-2.3"));
        Assert.Empty(sheet.Inactive);
    }

    [Fact]
    public void Answers_that_became_irrelevant_are_kept_and_do_not_count_in_later_conditions()
    {
        var sheet = Small.Sheet(("TEC-1", new OptionAnswer("no")), ("TEC-2.1", s_web), ("TEC-2.2", new NumberAnswer(6)), ("TEC-2.3", new DateAnswer(Small.Today)));

        Assert.Equal(["TEC-2.1", "TEC-2.2", "TEC-2.3"], sheet.Inactive);
        Assert.Null(sheet.Active("TEC-2.2"));
        Assert.Equal(new NumberAnswer(6), sheet.Answers["TEC-2.2"]);
    }

    [Fact]
    public void An_item_whose_condition_is_not_known_is_not_asked()
    {
        Assert.False(Small.Sheet().IsActive("TEC-2"));
        Assert.True(Small.Sheet(("TEC-1", new OptionAnswer("partial"))).IsActive("TEC-2.1"));
        Assert.False(Small.Sheet(("TEC-1", new OptionAnswer("partial"))).IsActive("TEC-2.2"));
    }

    [Fact]
    public void What_is_not_in_the_questionnaire_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Small.Sheet().IsActive("TEC-9"));
        Assert.Throws<ArgumentException>(() => Small.Sheet(("TEC-2", new OptionAnswer("yes"))));
    }
}
