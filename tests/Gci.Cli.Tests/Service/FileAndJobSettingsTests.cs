using System.CommandLine;
using Gci.Testing;
using Gci.Web;

namespace Gci.Cli.Tests.Service;

/// <summary>What is configured wrongly ends <c>gci serve</c> with a sentence, before anything is made.</summary>
public sealed class FileAndJobSettingsTests
{
    [Theory]
    [InlineData("--clamav", "localhost", "gci serve:--clamav: \"localhost\" is no place of a ClamAV daemon. Give host:port, such as localhost:3310, or the path of its socket, such as /run/clamav/clamd.ctl.")]
    [InlineData("--files-address", "files", "gci serve:--files-address: \"files\" is no address of a host. Give one such as https://files.example.org, without a path.")]
    [InlineData("--files-address", "https://example.org/files", "gci serve:--files-address: \"https://example.org/files\" is no address of a host. Give one such as https://files.example.org, without a path.")]
    [InlineData("--files-address", "http://localhost:9000", "gci serve:--files-address: Files need another host name than the pages: localhost is both.")]
    [InlineData("--largest-file", "0", "gci serve:--largest-file: A file may have 1 to 1000 MB, and all files of a response together at least as much as one.")]
    [InlineData("--largest-total", "19", "gci serve:--largest-file: A file may have 1 to 1000 MB, and all files of a response together at least as much as one.")]
    [InlineData("--pdfs-at-once", "0", "gci serve:--pdfs-at-once: 1 to 64 PDFs may be drawn at the same time.")]
    [InlineData("--bucket", "evidence", "gci serve:--bucket: \"\" is no address of a storage service. Give one such as https://s3.example.org.")]
    [InlineData("--bucket-endpoint", "https://s3.example.org", "gci serve:--bucket: A bucket needs its name of 3 to 63 small letters, digits, dots and hyphens, its region and an access key.")]
    public async Task A_wrong_value_is_said_and_nothing_is_started(string option, string value, string sentence)
    {
        using var folder = new TemporaryFolder();

        var ended = await Verb.RunAsync("serve", "--data", folder.At("data"), option, value);

        Assert.Equal((1, "", true), (ended.Code, ended.Output, ended.Error.StartsWith(sentence + "\n", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(folder.At("data")));
    }

    [Fact]
    public void What_is_given_arrives_and_what_is_not_stays_as_the_service_has_it()
    {
        var otherwise = Options();
        var given = Options("--largest-file", "30", "--largest-total", "200", "--pdfs-at-once", "4", "--typst", "engine", "--no-jobs");

        Assert.Equal((30_000_000L, 200_000_000L, 4, Path.GetFullPath("engine"), false), (given.LargestFile, given.LargestTotal, given.PdfsAtOnce, given.Typst, given.RunJobs));
        var plain = new ServiceOptions { Editions = "", Data = "" };
        Assert.Equal((plain.LargestFile, plain.LargestTotal, plain.PdfsAtOnce, plain.Typst, true), (otherwise.LargestFile, otherwise.LargestTotal, otherwise.PdfsAtOnce, otherwise.Typst, otherwise.RunJobs));
    }

    private static ServiceOptions Options(params string[] args)
    {
        var (settings, command) = (new FileAndJobSettings(), new Command("serve"));
        settings.AddTo(command);
        return settings.AppliedTo(new() { Editions = "", Data = "" }, command.Parse(args));
    }
}
