using System.Text.RegularExpressions;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Testing;

namespace Gci.Web.Tests;

public sealed partial class RefusalTests
{
    private static readonly string[] s_rooms = ["Gci.Data", "Gci.Web"];

    [Fact]
    public void Every_refusal_has_a_sentence_and_every_sentence_belongs_to_a_refusal()
    {
        var problems = new Problems();
        var texts = new EditionsFolder(Repository.Root).Interface(problems)[Languages.Source];
        Assert.Empty(problems.InOrder());
        var source = string.Join('\n', s_rooms.SelectMany(room => Directory.EnumerateFiles(Repository.At("src", room), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && Path.GetFileName(path) != "ProblemCatalogue.cs")
            .Select(File.ReadAllText));
        var said = Code().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        var known = texts.Keys.Where(key => key.StartsWith("refusal.", StringComparison.Ordinal))
            .Select(key => key["refusal.".Length..].Replace(".one", "", StringComparison.Ordinal).Replace(".other", "", StringComparison.Ordinal)).ToHashSet();

        Assert.Empty(known.Except(said));
        Assert.Empty(Refused().Matches(source).Select(match => match.Groups[1].Value).Except(known));
    }

    [GeneratedRegex("\"(?:refusal\\.)?([a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Code();

    [GeneratedRegex("(?:new(?: Refusal)?\\((?:is[A-Za-z]+ \\? )?|Refusal\\.(?:If|Unless)\\(.*?, )\"([a-z]+(?:-[a-z]+)+)\"[,)]")]
    private static partial Regex Refused();
}
