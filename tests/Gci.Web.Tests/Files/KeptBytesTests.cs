using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Web.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Files;

/// <summary>What lies in the file store is what the chains recorded.</summary>
public abstract class KeptBytesTests
{
    private readonly Service _service;

    protected KeptBytesTests(Service service)
    {
        _service = service;
        service.Require();
    }

    [Fact]
    public async Task Bytes_that_were_changed_or_lost_are_found_at_the_link_that_recorded_them()
    {
        var person = await _service.PersonAsync("bytes-one", Role.FocalPoint, "POL");
        var response = await _service.OpenAsync(person, "2024");
        var kept = await _service.AttachAsync(response, person, "kept.pdf", Samples.Pdf);
        var changed = await _service.AttachAsync(response, person, "changed.png", Samples.Png, "LEG-1.1.2");
        var lost = await _service.AttachAsync(response, person, "lost.jpg", Samples.Jpeg, "LEG-1.1.3");
        await _service.RemoveAsync(response, person, lost.Id);
        var before = await VerifyAsync();
        await ChangeAsync(changed.Id, [.. Samples.Png, 0]);
        await ChangeAsync(lost.Id, null);

        var after = await VerifyAsync();

        Assert.DoesNotContain(before.Breaks, found => found.Response == response);
        Assert.Equal(before.Read, after.Read);
        Assert.True(after.Read >= 3);
        Assert.Equal(
            [
                new AuditBreak(response, 3, $"the bytes of file {changed.Id} are not those that were recorded"),
                new AuditBreak(response, 4, $"the bytes of file {lost.Id} are not in the store; restore them from a backup"),
            ],
            after.Breaks.Where(found => found.Response == response));
        Assert.DoesNotContain(after.Breaks, found => found.Sentence.Contains(kept.Id.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Puts other bytes into the store behind the service's back, or none.</summary>
    private protected abstract Task ChangeAsync(Guid file, byte[]? content);

    private protected async Task ChangeOnDiskAsync(Guid file, byte[]? content)
    {
        var path = Assert.Single(await _service.KeptAsync(), path => Path.GetFileName(path) == file.ToString("N"));
        File.Delete(path);
        if (content is not null)
        {
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        }
    }

    private Task<FileVerification> VerifyAsync() => _service.PartsAsync(parts =>
        parts.GetRequiredService<Data.GciDb>().VerifyFilesAsync(parts.GetRequiredService<IFileStore>(), TestContext.Current.CancellationToken));
}

public sealed class KeptBytesOnSqliteTests(ServiceOnSqlite service) : KeptBytesTests(service), IClassFixture<ServiceOnSqlite>
{
    private protected override Task ChangeAsync(Guid file, byte[]? content) => ChangeOnDiskAsync(file, content);
}

public sealed class KeptBytesOnPostgreSqlTests(ServiceOnPostgreSql service) : KeptBytesTests(service), IClassFixture<ServiceOnPostgreSql>
{
    private protected override Task ChangeAsync(Guid file, byte[]? content) => ChangeOnDiskAsync(file, content);
}

public sealed class KeptBytesInBucketTests(ServiceWithBucket service) : KeptBytesTests(service), IClassFixture<ServiceWithBucket>
{
    private protected override Task ChangeAsync(Guid file, byte[]? content)
    {
        Assert.True(service.Bucket.Objects.TryRemove($"files/{file:N}", out _));
        if (content is not null)
        {
            service.Bucket.Objects[$"files/{file:N}"] = content;
        }

        return Task.CompletedTask;
    }
}
