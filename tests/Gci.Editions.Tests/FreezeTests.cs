namespace Gci.Editions.Tests;

/// <summary>A published edition is frozen: its files are as their checksums say.</summary>
public sealed class FreezeTests : IDisposable
{
    private const string Checksums = "methodology/2024/checksums.txt";

    private readonly EditionsCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_published_edition_without_checksums_is_reported()
    {
        Publish();

        Assert.Equal([$"{Checksums}:1: The edition is published and has no checksums; run: gci freeze --edition EDITION"], _copy.Check());
    }

    [Fact]
    public void A_frozen_edition_has_no_problem_and_the_hash_of_its_checksums()
    {
        Freeze();

        Assert.Empty(_copy.Check());
        var lines = File.ReadAllText(_copy.PathOf(Checksums));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(lines)));
        Assert.Equal(hash, _copy.Folder.Load("2024", new())!.Hash);
    }

    [Fact]
    public void A_file_that_changed_was_added_or_is_gone_is_reported()
    {
        Freeze();

        _copy.Replace("questionnaires/2024/legal.yaml", "title: Illegal access", "title: Access");
        _copy.Write("methodology/2024/ballots/latecomer.csv", "code,points\n");
        _copy.Delete("methodology/2024/ballots/illustrative-02.csv");

        Assert.Equal(
            [
                "methodology/2024/ballots/illustrative-02.csv:1: The edition is published, and this file of methodology/2024/checksums.txt is gone: put it back.",
                "methodology/2024/ballots/latecomer.csv:1: The edition is published, and this file was added afterwards; it is not in methodology/2024/checksums.txt.",
                "questionnaires/2024/legal.yaml:1: The edition is published, and this file has changed since: put it back, and make the change in a new edition.",
            ],
            _copy.Check());
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_are_no_change()
    {
        Freeze();

        var file = _copy.PathOf("methodology/2024/strengths.yaml");
        File.WriteAllText(file, "\uFEFF" + File.ReadAllText(file).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Empty(_copy.Check());
    }

    [Fact]
    public void A_line_of_the_checksums_that_is_none_is_reported()
    {
        Freeze();

        _copy.Write(Checksums, File.ReadAllText(_copy.PathOf(Checksums)) + "abc\n");

        var lines = File.ReadAllLines(_copy.PathOf(Checksums)).Length;
        Assert.Equal([$"{Checksums}:{lines}: This line is not a checksum, two spaces and a file name."], _copy.Check());
    }

    [Fact]
    public void A_file_taken_from_another_edition_is_frozen_too()
    {
        _copy.Replace("methodology/2020/pillars.yaml", "status: draft", "status: published");
        Write(_copy.Folder.Freeze("2020", new())!.Value);
        Assert.Empty(_copy.Check());

        _copy.Replace("methodology/2024/tiers.yaml", "name: Role-modelling", "name: Leading");

        Assert.Equal(
            ["methodology/2024/tiers.yaml:1: The edition is published, and this file has changed since: put it back, and make the change in a new edition."],
            _copy.Check());
    }

    [Fact]
    public void A_taken_file_that_is_gone_is_reported()
    {
        _copy.Replace("methodology/2020/pillars.yaml", "status: draft", "status: published");
        Write(_copy.Folder.Freeze("2020", new())!.Value);

        _copy.Delete("methodology/2024/strengths.yaml");

        Assert.Equal(
            [
                "methodology/2020/strengths.yaml:2: There is no methodology/2024/strengths.yaml to take this from.",
                "methodology/2024/strengths.yaml:1: The edition is published, and this file of methodology/2020/checksums.txt is gone: put it back.",
                "methodology/2024/strengths.yaml:1: The file is missing.",
            ],
            _copy.Check());
    }

    [Fact]
    public void The_hash_changes_with_every_file_of_the_definition_and_with_no_other()
    {
        var before = _copy.Folder.Load("2024", new())!.Hash;
        _copy.Replace("methodology/countries.yaml", "# Names", "# The names");
        _copy.Replace("methodology/2020/method.md", "# Method", "# The method");
        Assert.Equal(before, _copy.Folder.Load("2024", new())!.Hash);

        _copy.Replace("methodology/2024/weights/legal.yaml", "LEG-1: 10.236364", "LEG-1: 10.2363640");

        Assert.NotEqual(before, _copy.Folder.Load("2024", new())!.Hash);
    }

    private void Publish() => _copy.Replace("methodology/2024/pillars.yaml", "status: draft", "status: published");

    private void Freeze()
    {
        Publish();
        Write(_copy.Folder.Freeze("2024", new())!.Value);
    }

    private static void Write((string Path, string Content) file) => File.WriteAllText(file.Path, file.Content);
}
