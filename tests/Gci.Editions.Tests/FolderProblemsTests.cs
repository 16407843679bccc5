namespace Gci.Editions.Tests;

/// <summary>Mistakes that concern files as a whole, or more than one of them.</summary>
public sealed class FolderProblemsTests : IDisposable
{
    private readonly EditionsCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Theory]
    [InlineData("questionnaires/2024/evidence-kinds.yaml")]
    [InlineData("questionnaires/2024/legal.yaml")]
    [InlineData("methodology/2024/credits.yaml")]
    [InlineData("methodology/2024/groups.yaml")]
    [InlineData("methodology/2024/method.md")]
    [InlineData("methodology/2024/pillars.yaml")]
    [InlineData("methodology/2024/strengths.yaml")]
    [InlineData("methodology/2024/tiers.yaml")]
    [InlineData("methodology/2024/weights/legal.yaml")]
    [InlineData("methodology/countries.yaml")]
    public void A_file_that_is_missing_is_said(string file)
    {
        _copy.Delete(file);

        Assert.Contains($"{file}:1: The file is missing.", _copy.Check());
    }

    [Fact]
    public void Published_figures_may_be_missing()
    {
        _copy.Delete("methodology/2024/published.yaml");

        Assert.Empty(_copy.Check());
        Assert.Null(_copy.Folder.Load("2024", new())!.Published);
    }

    [Theory]
    [InlineData("questionnaires/2024/legality.yaml", "This file belongs to no pillar of the edition; name it after a pillar's variable.")]
    [InlineData("methodology/2024/weights/legality.yaml", "This file belongs to no pillar of the edition; name it after a pillar's variable.")]
    [InlineData("methodology/2024/tier.yaml", "This file is not known here. Known files: credits.yaml, groups.yaml, pillars.yaml, published.yaml, strengths.yaml, tiers.yaml.")]
    public void A_file_that_nobody_reads_is_said(string file, string sentence)
    {
        _copy.Write(file, "a: 1\n");

        Assert.Equal([$"{file}:1: {sentence}"], _copy.Check());
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("# only a comment\n", "The file is empty.")]
    [InlineData("- a\n- b\n", "The file begins with a list or a text; it must be a map of keys.")]
    [InlineData("just words\n", "The file begins with a list or a text; it must be a map of keys.")]
    public void A_file_that_is_no_map_is_said(string content, string sentence)
    {
        _copy.Write("methodology/2024/strengths.yaml", content);

        Assert.Equal(
            [$"methodology/2024/strengths.yaml:1: {sentence}"],
            _copy.Check().Where(line => !line.StartsWith("methodology/2020", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_said()
    {
        _copy.Write("questionnaires/2024/evidence-kinds.yaml", [.. "kinds: "u8, 0xE9, 0xFF]);

        Assert.Contains("questionnaires/2024/evidence-kinds.yaml:1: The file is not UTF-8 text; save it as UTF-8.", _copy.Check());
    }

    [Fact]
    public void A_file_larger_than_4_MiB_is_said()
    {
        _copy.Write("methodology/2024/method.md", new byte[(4 << 20) + 1]);

        Assert.Contains("methodology/2024/method.md:1: The file is larger than 4 MiB.", _copy.Check());
    }

    [Fact]
    public void A_code_that_meant_something_else_in_an_earlier_edition_is_said()
    {
        _copy.CopyEdition("2024", "2023");
        Assert.Empty(_copy.Check());

        _copy.Replace("questionnaires/2023/legal.yaml", "variable: illegal_access", "variable: hacking");

        Assert.Equal(
            [$"questionnaires/2024/legal.yaml:{EditionsCopy.LineOf("questionnaires/2024/legal.yaml", "- code: LEG-1.1.1")}: The code LEG-1.1.1 is hacking in 2023 and illegal_access here: a code is never reused, give this item a new one."],
            _copy.Check());
    }

    [Fact]
    public void Two_editions_may_ask_the_same_questionnaire()
    {
        _copy.CopyEdition("2024", "2025");
        _copy.Replace("methodology/2025/pillars.yaml", "questionnaire: \"2025\"", "questionnaire: \"2024\"");
        Directory.Delete(_copy.PathOf("questionnaires/2025"), recursive: true);

        Assert.Empty(_copy.Check());
    }

    [Fact]
    public void Several_mistakes_are_all_said_in_the_order_of_files_and_lines()
    {
        _copy.Replace("questionnaires/2024/technical.yaml", "class: public", "class: open");
        _copy.Replace("questionnaires/2024/technical.yaml", "pillar: TEC", "pillar: TECH");
        _copy.Replace("questionnaires/2024/technical.yaml", "max: 5000", "max: many");
        _copy.Replace("methodology/2024/tiers.yaml", "to: 95", "to: 94");
        _copy.Replace("methodology/2024/weights/legal.yaml", "  LEG-2.7: 1.233768\n", "");
        _copy.Replace("methodology/2020/pillars.yaml", "edition: \"2020\"", "edition: \"2019\"");

        const string Technical = "questionnaires/2024/technical.yaml";
        var (weights, open, staff) = (EditionsCopy.LineOf("methodology/2024/weights/legal.yaml", "LEG-1:"), EditionsCopy.LineOf(Technical, "class: public"), EditionsCopy.LineOf(Technical, "max: 5000"));
        Assert.Equal(
            [
                "methodology/2020/pillars.yaml:2: The edition is \"2019\" and its folder \"2020\"; they must be the same.",
                "methodology/2024/tiers.yaml:18: Tier T2 ends at 94 and the tier above begins at 95: a gap.",
                $"methodology/2024/weights/legal.yaml:{weights}: LEG-2.7 has no weight.",
                $"{Technical}:2: This file belongs to the pillar TEC, not to TECH.",
                $"{Technical}:{open}: \"class\" must be one of public, aggregate, secretariat, restricted; it is \"open\".",
                $"{Technical}:{staff}: \"max\" must be a number such as 12.5, not \"many\".",
                $"{Technical}:{staff}: \"max\" must be above \"min\", and \"decimals\" lie between 0 and 9.",
            ],
            _copy.Check());
    }

    [Fact]
    public void A_folder_without_editions_is_said()
    {
        Directory.Delete(_copy.PathOf("methodology"), recursive: true);

        Assert.Equal(
            [$"methodology:1: There is no edition in {_copy.Root}; it must hold questionnaires/ and methodology/EDITION/pillars.yaml."], _copy.Check());
    }

    [Fact]
    public void An_edition_that_is_not_there_is_said_with_those_that_are()
    {
        var problems = new Problems();

        Assert.Null(_copy.Folder.Load("2023", problems));
        Assert.Equal("methodology:1: There is no edition 2023; there are 2020, 2024.", Assert.Single(problems.InOrder()).ToString());
    }
}
