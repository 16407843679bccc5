using System.Net;
using Gci.Data.Accounts;
using Gci.Editions;
using Gci.Testing;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Files;

public sealed class ServiceWithBucket : ServiceOnSqlite
{
    private readonly TemporaryFolder _secret = new();

    internal S3Server Bucket { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Bucket = await S3Server.StartAsync();
        await base.InitializeAsync();
    }

    protected override ServiceOptions Configured(ServiceOptions options) => options with { Bucket = BucketTests.Options(Bucket, _secret.At("secret"), S3Server.Secret) };
}

/// <summary>Files in a bucket, by a server that speaks S3.</summary>
public sealed class BucketTests(ServiceWithBucket service) : IClassFixture<ServiceWithBucket>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_goes_into_the_bucket_and_comes_out_of_it_again()
    {
        var person = await service.PersonAsync("bucket-one", Role.FocalPoint, "HUN");
        var response = await service.OpenAsync(person, "2024");

        var file = await service.AttachAsync(response, person, "law.pdf", Samples.Pdf);

        Assert.Equal(Samples.Pdf, service.Bucket.Objects[$"files/{file.Id:N}"]);
        Assert.Empty(await service.KeptAsync());
        var answer = await (await service.SignedInAsync("bucket-one")).GetAsync($"/responses/{response}/files/{file.Id}");
        Assert.Equal(Samples.Pdf, await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task What_is_not_there_is_none_and_what_is_deleted_is_gone()
    {
        var store = await service.PartsAsync(parts => Task.FromResult(parts.GetRequiredService<IFileStore>()));
        var id = Guid.CreateVersion7();
        service.Bucket.Objects[$"files/{id:N}"] = [1, 2, 3];

        await store.DeleteAsync(id, Cancel);
        await store.DeleteAsync(id, Cancel);

        Assert.False(service.Bucket.Objects.ContainsKey($"files/{id:N}"));
        Assert.Null(await store.OpenAsync(id, Cancel));
    }

    [Fact]
    public async Task A_list_of_many_pages_is_read_whole_and_strangers_files_are_left_out()
    {
        await using var bucket = await S3Server.StartAsync();
        using var folder = new TemporaryFolder();
        bucket.PageSize = 3;
        Guid[] ids = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];
        foreach (var id in ids)
        {
            bucket.Objects[$"files/{id:N}"] = [1];
        }

        (bucket.Objects["files/readme.txt"], bucket.Objects["other/1"]) = ([1], [1]);
        using var store = new BucketStore(Options(bucket, folder.At("secret"), S3Server.Secret));

        Assert.Equal(ids.Order(), (await store.ListAsync(Cancel).ToListAsync(Cancel)).Order());
    }

    [Fact]
    public async Task A_bucket_that_fails_refuses_the_upload_and_nothing_else()
    {
        var person = await service.PersonAsync("bucket-two", Role.FocalPoint, "AUT");
        var response = await service.OpenAsync(person, "2024");
        var browser = await service.SignedInAsync("bucket-two");
        service.Bucket.Trouble = HttpStatusCode.InternalServerError;
        try
        {
            await Assert.ThrowsAnyAsync<Exception>(() => service.TakeAsync(response, person, "law.pdf", Samples.Pdf));

            Assert.Empty(await service.KeptAsync());
            Assert.Equal(0, await service.DataAsync(db => db.Files.CountAsync(file => file.ResponseId == response, Cancel)));
            var saved = await browser.PutAsync($"/api/v1/responses/{response}/answers/LEG-1.1.1", new { value = "yes" }, "bucket-key", "0");
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }
        finally
        {
            service.Bucket.Trouble = null;
        }
    }

    [Theory]
    [InlineData("no address", "evidence-2024", S3Server.Secret, "\"no address\" is no address of a storage service. Give one such as https://s3.example.org.")]
    [InlineData(null, "Evidence!", S3Server.Secret, "A bucket needs its name of 3 to 63 small letters, digits, dots and hyphens, its region and an access key.")]
    [InlineData(null, "evidence-2024", "", "should hold the secret of the access key; it is not there or empty.")]
    [InlineData(null, "evidence-2024", "a wrong one", "The bucket answered 403 SignatureDoesNotMatch: SignatureDoesNotMatch")]
    [InlineData(null, "another-bucket", S3Server.Secret, "The bucket answered 404 NoSuchBucket: NoSuchBucket")]
    [InlineData("http://no-such-host.invalid", "evidence-2024", S3Server.Secret, "The bucket's host is unknown")]
    public async Task A_bucket_that_is_configured_wrongly_ends_the_start(string? endpoint, string name, string secret, string sentence)
    {
        using var folder = new TemporaryFolder();
        var bucket = Options(service.Bucket, folder.At("secret"), secret) with { Name = name };
        var problems = new Problems();

        var app = await ServiceHost.BuildAsync(
            new() { Editions = Repository.Root, Data = folder.At("data"), Bucket = endpoint is null ? bucket : bucket with { Endpoint = endpoint } }, problems, Cancel);

        Assert.Null(app);
        Assert.Contains(sentence, Assert.Single(problems.InOrder()).Sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("data")));
    }

    internal static BucketOptions Options(S3Server server, string secretFile, string secret)
    {
        File.WriteAllText(secretFile, secret + "\n");
        return new(server.Address.ToString(), S3Server.Bucket, S3Server.Region, S3Server.AccessKey, secretFile);
    }
}
