using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Gci.Web.Files;

/// <summary>Files in an S3-compatible bucket, each under <c>files/ID</c>.</summary>
internal sealed class BucketStore : IFileStore, IDisposable
{
    private const string Folder = "files/";

    private readonly AmazonS3Client _client;
    private readonly string _bucket;

    internal BucketStore(BucketOptions options)
    {
        _bucket = options.Name;
        _client = new(new BasicAWSCredentials(options.AccessKey, File.ReadAllText(options.SecretFile).Trim()), new AmazonS3Config
        {
            ServiceURL = options.Endpoint,
            AuthenticationRegion = options.Region,
            ForcePathStyle = options.IsPathStyle,
            Timeout = TimeSpan.FromMinutes(2),
            MaxErrorRetry = 2,

            // Other services than Amazon's know no checksums in trailers; the signature covers the content's SHA-256 all the same.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    /// <summary>Why the bucket cannot be used as it is configured; null where it can, or does not answer at the moment.</summary>
    internal async Task<string?> WhyNotAsync(CancellationToken cancel)
    {
        try
        {
            await _client.ListObjectsV2Async(new() { BucketName = _bucket, Prefix = Folder, MaxKeys = 1 }, cancel);
            return null;
        }
        catch (AmazonS3Exception wrong) when ((int)wrong.StatusCode is >= 300 and < 500)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The bucket answered {(int)wrong.StatusCode} {wrong.ErrorCode}: {wrong.Message}");
        }
        catch (HttpRequestException unknown) when (unknown.HttpRequestError == HttpRequestError.NameResolutionError)
        {
            return $"The bucket's host is unknown: {unknown.Message}";
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return null;
        }
    }

    public Task KeepAsync(Guid id, IncomingFile file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Content.Position = 0;
        return _client.PutObjectAsync(new() { BucketName = _bucket, Key = KeyOf(id), InputStream = file.Content, AutoCloseStream = false, UseChunkEncoding = false }, cancel);
    }

    public async Task<Stream?> OpenAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            return (await _client.GetObjectAsync(new() { BucketName = _bucket, Key = KeyOf(id) }, cancel)).ResponseStream;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }

    public Task DeleteAsync(Guid id, CancellationToken cancel) => _client.DeleteObjectAsync(new() { BucketName = _bucket, Key = KeyOf(id) }, cancel);

    public async IAsyncEnumerable<Guid> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = Folder };
        ListObjectsV2Response page;
        do
        {
            page = await _client.ListObjectsV2Async(request, cancel);
            foreach (var found in page.S3Objects ?? [])
            {
                if (Guid.TryParseExact(found.Key[Folder.Length..], "N", out var id))
                {
                    yield return id;
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => _client.Dispose();

    private static string KeyOf(Guid id) => $"{Folder}{id:N}";
}
