using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Editions.Tests.Translations;

/// <summary>Translated texts as a translator hands them in.</summary>
public sealed class KeyedTextTests
{
    [Fact]
    public void Texts_are_read_with_their_lines_and_without_outer_space()
    {
        var (texts, said) = Read("{\n  \"a/title\": \" Un titre \",\n\n  \"b/text\": \"Deux\\r\\nlignes\"\n}");

        Assert.Empty(said);
        Assert.Equal([new("a/title", "Un titre", 2), new("b/text", "Deux\nlignes", 4)], texts);
    }

    [Theory]
    [InlineData("[]", "1: The file must be one object of keys and texts: {\"LEG/title\": …, …}.")]
    [InlineData("", "1: The file is empty.")]
    [InlineData("{\n \"a\": 1 }", "2: This must be a text in quotation marks.")]
    [InlineData("{\n \"a\": { \"b\": \"c\" } }", "2: This must be a text in quotation marks.")]
    [InlineData("{ \"a\": \"b\",\n \"a\": \"c\" }", "2: \"a\" stands twice.")]
    [InlineData("{ \"a\": \"b\"", "1: This is not valid JSON; nothing from here on was read.")]
    [InlineData("{ \"a\": \"b\" } x", "1: This is not valid JSON; nothing from here on was read.")]
    public void Each_mistake_is_said_with_its_line(string json, string expected) => Assert.Equal([expected], Read(json).Said);

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        var problems = new Problems();

        Assert.Empty(KeyedText.Read("nowhere.json", problems));
        Assert.Equal("nowhere.json:1: The file is missing.", Assert.Single(problems.InOrder()).ToString());
    }

    private static (IReadOnlyList<KeyedText> Texts, IEnumerable<string> Said) Read(string json)
    {
        using var folder = new TemporaryFolder();
        var problems = new Problems();
        var texts = KeyedText.Read(folder.Write("in.json", json), problems);
        return (texts, [.. problems.InOrder().Select(problem => $"{problem.Place}: {problem.Sentence}")]);
    }
}
