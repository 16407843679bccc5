using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsCheck;
using Gci.Editions.Drafting;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Tests.Drafting;

/// <summary>A step changes the bytes that it must: other questions, comments and line ends stay as somebody wrote them.</summary>
public sealed partial class BytesTests
{
    private static readonly DraftEdition s_draft = DerivingTests.Derived("2026");

    [Fact]
    public void Other_questions_keep_their_bytes() => RandomStep.Any.Sample(
        step =>
        {
            var after = step.Take(s_draft, new()) ?? s_draft;
            string[] codes = [.. Shipped.Edition2026.Questionnaire!.Questions().Select(question => question.Code)];
            string[] touched = [codes[step.First % codes.Length], codes[step.Second % codes.Length]];

            Assert.All(codes.Except(touched), code => Assert.True(Written(after, code) is not { } text || text == Written(s_draft, code), code));
            Assert.All(s_draft.Files.Keys, name => Assert.Contains(name, after.Files.Keys));
            Assert.All(
                s_draft.Files.Where(file => file.Value != after.Files[file.Key]),
                file => Assert.True(IsOf([.. touched, Groups[step.Second % Groups.Length], .. step.Kind == 6 ? [Groups[0]] : Array.Empty<string>()], file.Key), file.Key));
        },
        iter: 40, threads: 1);

    [Fact]
    public void Comments_stay_with_what_they_stand_beside() => RandomStep.Any.Sample(
        step =>
        {
            var commented = With(Commented);
            var after = step.Take(commented, new()) ?? commented;
            var asked = DerivingTests.Loaded(after).Questionnaire!.Items().Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
            var lines = after.Files.Values.SelectMany(text => text.Split('\n')).ToArray();

            Assert.All(Comments(commented).Where(comment => Stands(comment, asked, lines)), comment => Assert.Single(lines, line => line.EndsWith(comment, StringComparison.Ordinal) || line.EndsWith($"{comment} # illustrative", StringComparison.Ordinal)));
            Assert.All(lines.Index().Where(line => line.Item.TrimStart().StartsWith("# above ", StringComparison.Ordinal)),
                line => Assert.EndsWith($"- code: {line.Item.Split(' ')[^1]}", lines[line.Index + 1], StringComparison.Ordinal));
            Assert.All(after.Files.Where(IsYaml), file => Assert.EndsWith("# the end\n", file.Value, StringComparison.Ordinal));
        },
        iter: 40, threads: 1);

    [Fact]
    public void Line_ends_stay_as_they_are() => RandomStep.Any.Sample(
        step =>
        {
            var after = step.Take(s_draft, new()) ?? s_draft;
            var windows = With(text => text.ReplaceLineEndings("\r\n"));

            Assert.Equal(
                after.Files.Where(IsYaml).Select(file => KeyValuePair.Create(file.Key, file.Value.ReplaceLineEndings("\r\n"))),
                (step.Take(windows, new()) ?? windows).Files.Where(IsYaml));
        },
        iter: 20, threads: 1);

    // A question that is no longer asked takes its comments with it, and what is no longer scored has neither weight nor credit.
    private static bool Stands(string comment, HashSet<string> asked, string[] lines)
    {
        var code = comment.Split(' ')[^1];
        var isWeight = comment.Contains("weight of", StringComparison.Ordinal);
        return isWeight || comment.Contains("credit of", StringComparison.Ordinal)
            ? lines.Any(line => line.StartsWith($"  {code}: ", StringComparison.Ordinal) && line.Contains('{', StringComparison.Ordinal) != isWeight)
            : asked.Contains(code);
    }

    private static string[] Groups { get; } = [.. Shipped.Edition2026.Questionnaire!.Items().OfType<ItemGroup>().Select(group => group.Code)];

    private static DraftEdition With(Func<string, string> change) =>
        s_draft.Files.Where(IsYaml).Aggregate(s_draft, (draft, file) => draft.With(file.Key, change(file.Value)));

    private static bool IsYaml(KeyValuePair<string, string> file) => file.Key.EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsOf(IEnumerable<string> codes, string file)
    {
        string[] pillars = [.. codes.Select(code => Shipped.Edition2026.Pillars.First(pillar => pillar.Code == code.Split('-')[0]).Variable)];
        return pillars.Contains(Path.GetFileNameWithoutExtension(file)) || Path.GetFileName(file) is "migration.yaml" or "credits.yaml";
    }

    private static string? Written(DraftEdition draft, string code)
    {
        var name = $"questionnaires/2028/{Shipped.Edition2026.Pillars.First(pillar => pillar.Code == code.Split('-')[0]).Variable}.yaml";
        return ItemPlace.Find(YamlSource.Read(name, draft.Files[name], new())!, code) is { } place ? place.Source.Text[place.Map.Start..place.Map.End] : null;
    }

    /// <summary>A comment above each item, beside each class, weight and credit, and at the end of the file.</summary>
    private static string Commented(string text)
    {
        var (lines, code) = (new List<string>(), "");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (ItemLine().Match(line) is { Success: true } item)
            {
                code = item.Groups[2].Value;
                lines.Add($"{item.Groups[1].Value}# above {code}");
            }

            lines.Add(line.TrimStart().StartsWith("class: ", StringComparison.Ordinal) ? $"{line} # beside {code}"
                : ValueLine().Match(line) is { Success: true } value ? $"{line} # {(line.Contains('{', StringComparison.Ordinal) ? "credit" : "weight")} of {value.Groups[1].Value}"
                : line);
        }

        return $"{string.Join('\n', lines)}\n# the end\n";
    }

    private static ImmutableArray<string> Comments(DraftEdition draft) =>
        [.. draft.Files.Values.SelectMany(text => text.Split('\n')).Select(line => Comment().Match(line).Value).Where(comment => comment.Length > 0)];

    [GeneratedRegex("^( *)- code: ([A-Z]+-[0-9.]+)$")]
    private static partial Regex ItemLine();

    [GeneratedRegex(@"^  ([A-Z]+-[0-9.]+): ")]
    private static partial Regex ValueLine();

    [GeneratedRegex(@"# (above|beside|credit of|weight of) [A-Z]+-[0-9.]+$")]
    private static partial Regex Comment();
}
