using System.Security.Cryptography;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Files;

/// <summary>Uploads are kept whole or not at all.</summary>
public abstract class FileIntakeTests
{
    private readonly Service _service;

    protected FileIntakeTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_uploaded_is_kept_byte_for_byte_under_its_own_id()
    {
        var (person, response) = await BeginAsync("intake-one", "EST");

        var (file, _) = await _service.TakeAsync(response, person, "C:\\law\u202E.exe", Samples.Pdf);

        Assert.Equal(("law.exe.pdf", "application/pdf", Samples.Pdf.Length, ScanState.NotScanned, person.Id), (file!.Name, file.ContentType, file.Length, file.Scan, file.By));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Samples.Pdf)), file.Sha256);
        Assert.Equal(Samples.Pdf, await ReadAsync(file.Id));
        Assert.Contains(await _service.KeptAsync(), path => path.EndsWith($"/{file.Id.ToString("N")[^2..]}/{file.Id.ToString("N")[^4..^2]}/{file.Id:N}", StringComparison.Ordinal));
        Assert.DoesNotContain(await _service.KeptAsync(), path => path.Contains("incoming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        var (person, response) = await BeginAsync("intake-two", "LVA");
        var before = await _service.KeptAsync();

        Assert.Equal("file-empty", await RefusedAsync(response, person, []));
        Assert.Equal("file-type", await RefusedAsync(response, person, [0x4D, 0x5A, 0x00]));
        Assert.Equal("file-macros", await RefusedAsync(response, person, Samples.Office(parts: ("word/vbaProject.bin", [1]))));
        Assert.Equal("file-large", await RefusedAsync(response, person, [.. Samples.Pdf, .. new byte[Limits.LargestFile]]));

        Assert.Equal(before, await _service.KeptAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read_to_its_end()
    {
        var (person, response) = await BeginAsync("intake-three", "LTU");
        using var endless = new Endless();

        var (_, refusal) = await _service.PartsAsync(parts => parts.GetRequiredService<FileIntake>().TakeAsync(response, person.Id, "a.txt", endless, Cancel));

        Assert.Equal(("file-large", 0L), (refusal!.Code, refusal.Values[0].Value));
        Assert.InRange(endless.Given, Limits.LargestFile, Limits.LargestFile + (1 << 20));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_and_disturbs_no_answer()
    {
        var (person, response) = await BeginAsync("intake-delta", "POL");
        var before = await _service.KeptAsync();
        using var broken = new Endless { BreaksAfter = 100_000 };

        await Assert.ThrowsAsync<IOException>(() => _service.PartsAsync(parts => parts.GetRequiredService<FileIntake>().TakeAsync(response, person.Id, "a.txt", broken, Cancel)));

        Assert.Equal(before, await _service.KeptAsync());
        Assert.Equal(0, await _service.DataAsync(db => db.Files.CountAsync(file => file.ResponseId == response, Cancel)));
    }

    [Fact]
    public async Task All_files_of_a_response_together_have_a_limit()
    {
        var (person, response) = await BeginAsync("intake-five", "CZE");
        var large = Samples.Utf8(new('a', (int)Limits.LargestFile));
        foreach (var question in (string[])["LEG-1.1.1", "LEG-1.1.2", "LEG-1.1.3"])
        {
            await _service.AttachAsync(response, person, "a.txt", large, question);
        }

        Assert.Equal("files-full", await RefusedAsync(response, person, [.. large[..^1]]));
        Assert.Null((await _service.TakeAsync(response, person, "a.txt", Samples.Utf8("small"))).Refusal);
    }

    private async Task<(Account Person, Guid Response)> BeginAsync(string name, string country)
    {
        var person = await _service.PersonAsync(name, Role.FocalPoint, country);
        return (person, await _service.OpenAsync(person, "2024"));
    }

    private async Task<string?> RefusedAsync(Guid response, Account person, byte[] content)
    {
        var (file, refusal) = await _service.TakeAsync(response, person, "a.pdf", content);
        Assert.Null(file);
        return refusal?.Code;
    }

    private Task<byte[]> ReadAsync(Guid id) => _service.PartsAsync(async parts =>
    {
        await using var content = await parts.GetRequiredService<IFileStore>().OpenAsync(id, Cancel);
        using var bytes = new MemoryStream();
        await content!.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    });

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public long BreaksAfter { get; init; } = long.MaxValue;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Given > BreaksAfter)
            {
                throw new IOException("The line broke.");
            }

            Array.Fill(buffer, (byte)'a', offset, count);
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>Small limits, so that tests reach them.</summary>
internal static class Limits
{
    internal const long LargestFile = 500_000;

    internal static ServiceOptions Small(ServiceOptions options) => options with { LargestFile = LargestFile, LargestTotal = (3 * LargestFile) + 100 };
}

public sealed class SmallServiceOnSqlite : ServiceOnSqlite
{
    protected override ServiceOptions Configured(ServiceOptions options) => Limits.Small(options);
}

public sealed class SmallServiceOnPostgreSql : ServiceOnPostgreSql
{
    protected override ServiceOptions Configured(ServiceOptions options) => Limits.Small(options);
}

public sealed class FileIntakeOnSqliteTests(SmallServiceOnSqlite service) : FileIntakeTests(service), IClassFixture<SmallServiceOnSqlite>;

public sealed class FileIntakeOnPostgreSqlTests(SmallServiceOnPostgreSql service) : FileIntakeTests(service), IClassFixture<SmallServiceOnPostgreSql>;
