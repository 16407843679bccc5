using Gci.Editions.Yaml;
using Gci.Testing;

namespace Gci.Editions.Tests.Yaml;

/// <summary>Values know which characters of their file they take.</summary>
public sealed class YamlExtentTests
{
    [Fact]
    public void Every_value_of_every_file_begins_and_ends_where_it_is_written()
    {
        foreach (var file in Shipped.YamlFiles)
        {
            var text = File.ReadAllText(Repository.At(file));
            Check(file, text, YamlFile.Top(text, file, new())!);
            var windows = text.ReplaceLineEndings("\r\n");
            Check(file, windows, YamlFile.Top(windows, file, new())!);
        }
    }

    [Theory]
    [InlineData("a: 😀 b\nc: d\n", "😀 b", "d")]
    [InlineData("a:\nc: d\n", "", "d")]
    [InlineData("a: # note\n  plain\n  text # more\nc: 'it''s'\n", "plain\n  text", "'it''s'")]
    [InlineData("a: |-\n  # no comment\n\n# comment\nc: \"d\" # end", "|-\n  # no comment", "\"d\"")]
    [InlineData("a: [b,\n  c] # end\nc:\n- d\n\n# after\n", "[b,\n  c]", "- d")]
    [InlineData("a: { b: c } \nc:\n  d:\n    - e: f\n      g: { h: [] }\n", "{ b: c }", "d:\n    - e: f\n      g: { h: [] }")]
    [InlineData("a: [x, y]\nc: {}", "[x, y]", "{}")]
    public void A_value_takes_what_is_written_for_it_and_no_comment_after_it(string text, string first, string second)
    {
        var top = YamlFile.Top(text, "file", new())!;

        Assert.Equal([first, second], top.Entries.Select(entry => text[entry.Value.Start..entry.Value.End]));
    }

    private static void Check(string file, string text, YamlValue value)
    {
        var written = text[value.Start..value.End];
        switch (value)
        {
            case YamlMap map:
                Assert.True(!map.IsFlow || (written[0], written[^1]) == ('{', '}'), $"{file}:{map.Line}");
                Assert.All(map.Entries, entry => Check(file, text, entry.Key));
                Assert.All(map.Entries, entry => Check(file, text, entry.Value));
                break;
            case YamlList list:
                Assert.True((written[0], list.IsFlow ? written[^1] : ']') == (list.IsFlow ? '[' : '-', ']'), $"{file}:{list.Line}");
                Assert.All(list.Items, item => Check(file, text, item));
                break;
            default:
                var scalar = YamlFile.Top(written[0] is '>' or '|' ? $"a: {written}\n" : $"a: {written.ReplaceLineEndings(" ")}\n", file, new())!;
                Assert.Equal(((YamlText)value).Text.Trim(), scalar.TextOf("a"));
                break;
        }
    }
}
