using Gci.Testing;

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
    [InlineData("--bucket", "evidence", "gci serve:--bucket: \"\" is no address of a storage service. Give one such as https://s3.example.org.")]
    [InlineData("--bucket-endpoint", "https://s3.example.org", "gci serve:--bucket: A bucket needs its name of 3 to 63 small letters, digits, dots and hyphens, its region and an access key.")]
    public async Task A_wrong_value_is_said_and_nothing_is_started(string option, string value, string sentence)
    {
        using var folder = new TemporaryFolder();

        var ended = await Verb.RunAsync("serve", "--data", folder.At("data"), option, value);

        Assert.Equal((1, "", true), (ended.Code, ended.Output, ended.Error.StartsWith(sentence + "\n", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(folder.At("data")));
    }
}
