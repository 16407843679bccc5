namespace Gci.Web.Files;

/// <summary>An S3-compatible bucket that files are kept in.</summary>
/// <param name="Endpoint">The address of the service, such as <c>https://s3.example.org</c>.</param>
/// <param name="SecretFile">A file that holds the secret of the access key and nothing else.</param>
/// <param name="IsPathStyle">Whether the bucket's name stands in the path, as most services but Amazon's want it, or in the host name.</param>
public sealed record BucketOptions(string Endpoint, string Name, string Region, string AccessKey, string SecretFile, bool IsPathStyle = true);
