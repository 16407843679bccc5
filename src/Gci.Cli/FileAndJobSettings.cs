using System.CommandLine;
using Gci.Web;
using Gci.Web.Files;

namespace Gci.Cli;

/// <summary>The options of <c>gci serve</c> about evidence files and about work in the background. Each has a variable for those who run it in a container.</summary>
internal sealed class FileAndJobSettings
{
    private readonly Option<string?> _endpoint = Text("--bucket-endpoint", "URL", "Keep files in an S3-compatible bucket of this service instead of the data folder");
    private readonly Option<string?> _bucket = Text("--bucket", "NAME", "The bucket's name");
    private readonly Option<string?> _region = Text("--bucket-region", "REGION", "The bucket's region (otherwise us-east-1)");
    private readonly Option<string?> _key = Text("--bucket-key", "KEY", "The access key");
    private readonly Option<string?> _secret = Text("--bucket-secret-file", "FILE", "A file that holds the secret of the access key and nothing else");
    private readonly Option<bool> _hostStyle = new("--bucket-host-style") { Description = "The bucket's name stands in the host name (otherwise in the path)" };
    private readonly Option<string?> _clamAv = Text("--clamav", "PLACE", "Have files scanned by the ClamAV daemon at host:port or at the path of its socket");
    private readonly Option<string?> _files = Text("--files-address", "URL", "Serve files from a host of their own, such as https://files.example.org, that leads here too");
    private readonly Option<int> _largest = new("--largest-file") { Description = "Largest file that is taken, in MB (default: 20)", HelpName = "MB", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _links = new("--check-links") { Description = "Try the links that are given as evidence, from this machine, and show when they were last seen" };
    private readonly Option<bool> _noJobs = new("--no-jobs") { Description = "Leave seals, mails, checks and cleaning to another instance" };

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_endpoint, _bucket, _region, _key, _secret, _hostStyle, _clamAv, _files, _largest, _links, _noJobs])
        {
            command.Options.Add(option);
        }
    }

    internal ServiceOptions AppliedTo(ServiceOptions options, ParseResult parsed) => options with
    {
        Bucket = BucketOf(parsed),
        ClamAv = Value(parsed, _clamAv),
        FilesAddress = Value(parsed, _files) is { } address ? new(address, UriKind.RelativeOrAbsolute) : null,
        LargestFile = parsed.GetValue(_largest) * 1_000_000L,
        CheckLinks = parsed.GetValue(_links),
        RunJobs = !parsed.GetValue(_noJobs),
    };

    private BucketOptions? BucketOf(ParseResult parsed)
    {
        var (endpoint, name) = (Value(parsed, _endpoint), Value(parsed, _bucket));
        return endpoint is null && name is null
            ? null
            : new(endpoint ?? "", name ?? "", Value(parsed, _region) ?? "us-east-1", Value(parsed, _key) ?? "", Value(parsed, _secret) ?? "", !parsed.GetValue(_hostStyle));
    }

    private static Option<string?> Text(string name, string wanted, string description) => new(name) { Description = $"{description} (default: {VariableOf(name)})", HelpName = wanted };

    private static string? Value(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) ?? (Environment.GetEnvironmentVariable(VariableOf(option.Name)) is { Length: > 0 } value ? value : null);

    private static string VariableOf(string option) => $"GCI_{option[2..].ToUpperInvariant().Replace('-', '_')}";
}
