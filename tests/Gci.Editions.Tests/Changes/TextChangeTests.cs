using CsCheck;
using Gci.Editions.Changes;

namespace Gci.Editions.Tests.Changes;

/// <summary>A text before and after, word by word.</summary>
public sealed class TextChangeTests
{
    private static readonly string[] s_words = ["law", "acts", "the", "der", "laws,", "e-mail", "«", "сеть", "شبكة", "法律", "是", " ", "  ", "\n", ".", "(", "𠀀", "é", "'s"];

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.Int[0, s_words.Length - 1].Array[0, 12].Select(places => string.Join(" ", places.Select(place => s_words[place]))),
        Gen.String[0, 30]);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("Is there a law?", "Is there a law?", "Is there a law?")]
    [InlineData("Is there a law?", "Is there an act?", "Is there [−a law][+an act]?")]
    [InlineData("Is there a law?", "Is there a national law?", "Is there a [+national ]law?")]
    [InlineData("One law, two laws.", "One law.", "One law[−, two laws].")]
    [InlineData("", "New words", "[+New words]")]
    [InlineData("Old words", "", "[−Old words]")]
    [InlineData("是否有法律？", "是否有国家法律？", "是否有[+国家]法律？")]
    [InlineData("هل يوجد قانون؟", "هل يوجد تشريع؟", "هل يوجد [−قانون][+تشريع]؟")]
    [InlineData("Only if LEG-1.1.2 is yes.", "Only if LEG-1.1.5 is yes.", "Only if [−LEG-1.1.2][+LEG-1.1.5] is yes.")]
    [InlineData("At most 2.5 of a share", "At most 3.5 of a share", "At most [−2.5][+3.5] of a share")]
    [InlineData("Links for every answer, of these kinds: law.", "No evidence is asked for.", "[−Links for every answer, of these kinds: law.][+No evidence is asked for.]")]
    [InlineData("the country's e-mail", "the country's e-mails", "the country's [−e-mail][+e-mails]")]
    public void Words_that_changed_are_marked(string before, string after, string marked) =>
        Assert.Equal(marked.Replace("[+national ]", "[+national] ", StringComparison.Ordinal), TextChange.Between(before, after).ToString());

    [Fact]
    public void Either_text_can_be_rebuilt_from_the_parts() => Gen.Select(s_text, s_text).Sample((before, after) =>
    {
        var change = TextChange.Between(before, after);

        Assert.Equal((before, after), (change.Before, change.After));
        Assert.Equal(before == after, change.IsSame);
        Assert.All(change.Parts, part => Assert.NotEmpty(part.Text));
        Assert.All(change.Parts.Zip(change.Parts.Skip(1)), pair => Assert.NotEqual(pair.First.Kind, pair.Second.Kind));
    });

    [Fact]
    public void No_letter_is_cut_in_two() => Gen.Select(s_text, s_text).Sample((before, after) =>
        Assert.All(TextChange.Between(before, after).Parts, part => Assert.False(
            (char.IsLowSurrogate(part.Text[0]) && before.Concat(after).Any(char.IsHighSurrogate) && IsPaired(before) && IsPaired(after)) || (char.IsHighSurrogate(part.Text[^1]) && IsPaired(before) && IsPaired(after)))));

    private static bool IsPaired(string text) => text.IsNormalized() && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
