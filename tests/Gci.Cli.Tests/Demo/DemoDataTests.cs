using Gci.Testing;

namespace Gci.Cli.Tests.Demo;

/// <summary>The demonstration writes on its own data only, and is reached from its own machine only.</summary>
public sealed class DemoDataTests
{
    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone_even_when_asked_for_fresh_data()
    {
        using var folder = new TemporaryFolder();
        folder.Write("letter.txt", "mine");
        var before = TemporaryFolder.Content(folder.Path);
        foreach (var more in (string[][])[[], ["--fresh"]])
        {
            Assert.Equal(
                new(2, "", $"{folder.Path} holds something that is not a demonstration's, and is left alone; name another folder with --data.\n"),
                await Verb.RunAsync(["demo", "--no-serve", "--data", folder.Path, "--out", folder.At("out"), .. more]));
            Assert.Equal(before, TemporaryFolder.Content(folder.Path));
        }
    }

    [Fact]
    public async Task A_real_service_s_database_is_left_alone_even_in_a_folder_that_says_it_is_a_demonstration_s()
    {
        using var folder = new TemporaryFolder();
        await Verb.RunAsync("invite", "--email", "a@example.org", "--name", "A", "--role", "administrator", "--data", folder.At("data"));
        await File.WriteAllTextAsync(folder.At("data", "demonstration.txt"), "", TestContext.Current.CancellationToken);

        var ended = await Verb.RunAsync("demo", "--no-serve", "--fresh", "--data", folder.At("data"), "--out", folder.At("out"));

        Assert.Equal(new(2, "", "The database holds data that are not a demonstration's, and is left alone; name another one with --database.\n"), ended);
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://localhost:5080;http://192.0.2.7:5080")]
    public async Task A_demonstration_is_not_opened_to_other_machines_unless_one_says_so(string urls)
    {
        using var folder = new TemporaryFolder();
        var ended = await Verb.RunAsync("demo", "--urls", urls, "--data", folder.At("data"), "--out", folder.At("out"));

        Assert.Equal((2, $"The passwords of a demonstration are known to all, and {urls.Split(';')[^1]} can be reached from other machines. Listen on http://localhost, or give --allow-remote.\n"), (ended.Code, ended.Error));
        Assert.Empty(TemporaryFolder.Content(folder.Path));
    }

    [Fact]
    public async Task Serving_a_demonstration_s_folder_is_refused_to_other_machines_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write("demonstration.txt", "");

        Assert.Equal(2, (await Verb.RunAsync("serve", "--urls", "http://0.0.0.0:5080", "--data", folder.Path)).Code);
    }
}
