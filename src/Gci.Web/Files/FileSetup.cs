using System.Text.RegularExpressions;
using Gci.Editions;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Files;

/// <summary>Evidence files as this service keeps them, and whether what was configured for them can be right.</summary>
internal static partial class FileSetup
{
    internal static void AddFiles(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<IFileStore>(_ => options.Bucket is { } bucket ? new BucketStore(bucket) : new DiskStore(options.FilesFolder));
        services.AddSingleton<VirusScan>().AddSingleton<FilesHost>().AddScoped<FileIntake>();
    }

    /// <summary>Adds what is wrong with the options to the problems, before anything is started.</summary>
    internal static async Task CheckAsync(ServiceOptions options, Problems problems, CancellationToken cancel)
    {
        if (options.LargestFile is < 100_000 or > 1_000_000_000 || options.LargestTotal < options.LargestFile)
        {
            problems.Add("gci serve", "--largest-file", "A file may have 1 to 1000 MB, and all files of a response together at least as much as one.");
        }

        if (options.ClamAv is { } clamAv && ClamAv.Place(clamAv) is null)
        {
            problems.Add("gci serve", "--clamav", $"\"{clamAv}\" is no place of a ClamAV daemon. Give host:port, such as localhost:3310, or the path of its socket, such as /run/clamav/clamd.ctl.");
        }

        if (options.FilesAddress is { } files && WhyNot(files, options.PublicAddress) is { } address)
        {
            problems.Add("gci serve", "--files-address", address);
        }

        if (options.Bucket is { } bucket && await WhyNotAsync(bucket, cancel) is { } reason)
        {
            problems.Add("gci serve", "--bucket", reason);
        }
    }

    private static string? WhyNot(Uri files, string pages) =>
        !files.IsAbsoluteUri || files.Scheme is not ("http" or "https") || files.PathAndQuery != "/" || files.UserInfo.Length > 0
            ? $"\"{files.OriginalString}\" is no address of a host. Give one such as https://files.example.org, without a path."
        : Uri.TryCreate(pages, UriKind.Absolute, out var own) && own.Host == files.Host
            ? $"Files need another host name than the pages: {files.Host} is both."
        : null;

    private static async Task<string?> WhyNotAsync(BucketOptions bucket, CancellationToken cancel)
    {
        if (!Uri.TryCreate(bucket.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            return $"\"{bucket.Endpoint}\" is no address of a storage service. Give one such as https://s3.example.org.";
        }

        if (!BucketName().IsMatch(bucket.Name) || string.IsNullOrWhiteSpace(bucket.Region) || string.IsNullOrWhiteSpace(bucket.AccessKey))
        {
            return "A bucket needs its name of 3 to 63 small letters, digits, dots and hyphens, its region and an access key.";
        }

        if (!File.Exists(bucket.SecretFile) || string.IsNullOrWhiteSpace(await File.ReadAllTextAsync(bucket.SecretFile, cancel)))
        {
            return $"The file \"{bucket.SecretFile}\" should hold the secret of the access key; it is not there or empty.";
        }

        using var store = new BucketStore(bucket);
        return await store.WhyNotAsync(cancel);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
