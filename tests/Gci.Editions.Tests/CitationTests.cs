using System.Text.RegularExpressions;
using Gci.Testing;

namespace Gci.Editions.Tests;

/// <summary>Comments and definitions cite numbered paragraphs of the method.</summary>
public sealed partial class CitationTests
{
    [Fact]
    public void Every_paragraph_that_a_comment_in_the_code_cites_exists()
    {
        var cited = Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Numbers(File.ReadAllText(path)).Select(number => (File: Path.GetRelativePath(Repository.Root, path), Number: number)))
            .ToArray();

        Assert.True(cited.Length > 20, $"Only {cited.Length} citations were found.");
        Assert.All(cited, citation => Assert.True(Shipped.Edition2024.Method.Has(citation.Number), $"{citation.File} cites {citation.Number}, which method.md does not have."));
    }

    [Fact]
    public void Citations_are_found_alone_and_in_lists() =>
        Assert.Equal(["2.1", "2.2", "12.3", "4.10"], Numbers("// (Method 2.1) (Method 2.2, 12.3) Method 4.10: why. Methods 9.9"));

    [Fact]
    public void Every_paragraph_that_a_definition_cites_exists_in_its_edition()
    {
        Assert.All(Cited(Shipped.Edition2024), number => Assert.True(Shipped.Edition2024.Method.Has(number), number));
        Assert.All(Cited(Shipped.Edition2026), number => Assert.True(Shipped.Edition2026.Method.Has(number), number));
        Assert.All(Cited(Shipped.Edition2020).Where(number => number.Length > 0), number => Assert.True(Shipped.Edition2020.Method.Has(number), number));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2026")]
    public void Paragraphs_are_numbered_by_their_chapter_without_a_gap(string edition) => Assert.All(Shipped.Asking(edition).Method.Chapters.Index(), chapter =>
        Assert.Equal(
            Enumerable.Range(1, chapter.Item.Paragraphs.Length).Select(place => FormattableString.Invariant($"{chapter.Index + 1}.{place}")),
            chapter.Item.Paragraphs.Select(paragraph => paragraph.Number)));

    [Fact]
    public void Every_numbered_rule_of_2024_still_has_its_number_in_2026() =>
        Assert.Empty(Numbers(Shipped.Edition2024).Except(Numbers(Shipped.Edition2026)));

    private static IEnumerable<string> Numbers(Edition edition) => edition.Method.Chapters.SelectMany(chapter => chapter.Paragraphs).Select(paragraph => paragraph.Number);

    private static IEnumerable<string> Cited(Edition edition)
    {
        var (observed, pillarTiers, means, unanswered, inactive) = edition.Paragraphs;
        return [
            observed, pillarTiers, means, unanswered, inactive, edition.Tiers.Paragraph, edition.StrengthParagraph,
            .. edition.Levels.Select(level => level.Paragraph), .. edition.Credits.Values.Select(credit => credit.Paragraph), .. edition.Paragraphs.Firmness is { } firmness ? [firmness] : Array.Empty<string>()];
    }

    private static IEnumerable<string> Numbers(string text) => Citation().Matches(text).SelectMany(match => match.Groups[1].Captures.Select(capture => capture.Value));

    [GeneratedRegex(@"\bMethod (\d+\.\d+)(?:, (?<1>\d+\.\d+))*")]
    private static partial Regex Citation();
}
