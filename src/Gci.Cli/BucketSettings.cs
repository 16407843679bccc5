using System.CommandLine;
using Gci.Web.Files;

namespace Gci.Cli;

/// <summary>The options that name the bucket of evidence files, for every verb that reads or writes them.</summary>
internal sealed class BucketSettings
{
    private readonly Option<string?> _endpoint = VariableOption.Text("--bucket-endpoint", "URL", "Keep files in an S3-compatible bucket of this service instead of the data folder");
    private readonly Option<string?> _bucket = VariableOption.Text("--bucket", "NAME", "The bucket's name");
    private readonly Option<string?> _region = VariableOption.Text("--bucket-region", "REGION", "The bucket's region (otherwise us-east-1)");
    private readonly Option<string?> _key = VariableOption.Text("--bucket-key", "KEY", "The access key");
    private readonly Option<string?> _secret = VariableOption.Text("--bucket-secret-file", "FILE", "A file that holds the secret of the access key and nothing else");
    private readonly Option<bool> _hostStyle = new("--bucket-host-style") { Description = "The bucket's name stands in the host name (otherwise in the path)" };

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_endpoint, _bucket, _region, _key, _secret, _hostStyle])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Null where files lie in the data folder.</summary>
    internal BucketOptions? Of(ParseResult parsed)
    {
        var (endpoint, name) = (_endpoint.ValueIn(parsed), _bucket.ValueIn(parsed));
        return endpoint is null && name is null
            ? null
            : new(endpoint ?? "", name ?? "", _region.ValueIn(parsed) ?? "us-east-1", _key.ValueIn(parsed) ?? "", _secret.ValueIn(parsed) ?? "", !parsed.GetValue(_hostStyle));
    }
}
