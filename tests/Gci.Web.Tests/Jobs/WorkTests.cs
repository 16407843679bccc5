using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Web.Files;
using Gci.Web.Jobs;
using Gci.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Jobs;

/// <summary>What is done in the background, one run at a time.</summary>
public abstract class WorkTests
{
    private readonly Service _service;

    protected WorkTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seal_is_printed_once_more_where_its_file_is_missing_and_nothing_new_is_sealed_when_nothing_happened()
    {
        await RunAsync<SealWork>();
        var (folder, number, hash) = await _service.PartsAsync(async parts =>
        {
            var seal = await parts.GetRequiredService<GciDb>().Seals.OrderByDescending(seal => seal.Number).FirstAsync(Cancel);
            return (parts.GetRequiredService<ServiceOptions>().SealsFolder, seal.Number, seal.Hash);
        });
        var file = Path.Combine(folder, $"{number}.txt");
        var text = await File.ReadAllTextAsync(file, Cancel);
        Assert.Contains(hash, text, StringComparison.Ordinal);
        Assert.Contains(_service.Kenya.ToString(), text, StringComparison.Ordinal);
        File.Delete(file);

        await RunAsync<SealWork>();

        Assert.Equal(text, await File.ReadAllTextAsync(file, Cancel));
        Assert.Equal(number, await _service.DataAsync(db => db.Seals.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Sealing_while_people_save_breaks_no_chain()
    {
        var person = await _service.PersonAsync("jobs-seal", Role.FocalPoint, "BEL");
        var response = await _service.OpenAsync(person, "2024");
        var browser = await _service.SignedInAsync("jobs-seal");
        var saving = Task.Run(async () =>
        {
            for (var revision = 0; revision < 20; revision++)
            {
                var saved = await browser.PutAsync($"/api/v1/responses/{response}/answers/LEG-1.1.1", new { value = revision % 2 == 0 ? "yes" : "no" }, $"seal-{revision}", $"{revision}");
                Assert.Equal(System.Net.HttpStatusCode.OK, saved.StatusCode);
            }
        }, Cancel);

        while (!saving.IsCompleted)
        {
            await RunAsync<SealWork>();
        }

        await saving;
        Assert.Empty(await _service.PartsAsync(async parts =>
        {
            using var key = SealKey.OpenOrMake(parts.GetRequiredService<ServiceOptions>().SealKeyFile);
            return await parts.GetRequiredService<GciDb>().VerifyAuditAsync(key, Cancel);
        }));
    }

    [Fact]
    public async Task Files_that_were_never_attached_are_gone_after_a_day_and_all_others_stay()
    {
        var person = await _service.PersonAsync("jobs-files", Role.FocalPoint, "LUX");
        var response = await _service.OpenAsync(person, "2024");
        var attached = await _service.AttachAsync(response, person, "law.pdf", Samples.Pdf);
        var fresh = (await _service.TakeAsync(response, person, "law.pdf", Samples.Pdf)).File!;
        var (orphan, part) = await _service.PartsAsync(async parts =>
        {
            var options = parts.GetRequiredService<ServiceOptions>();
            var old = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddHours(-25));
            await using (var file = await IncomingFile.ReadAsync(options.IncomingFolder, old, new MemoryStream(Samples.Pdf), 1000, Cancel))
            {
                await parts.GetRequiredService<IFileStore>().KeepAsync(old, file, Cancel);
            }

            var left = Path.Combine(options.IncomingFolder, "left.part");
            await File.WriteAllTextAsync(left, "half", Cancel);
            File.SetLastWriteTimeUtc(left, TimeProvider.System.GetUtcNow().AddHours(-25).UtcDateTime);
            return (old, left);
        });
        Assert.Contains(await _service.KeptAsync(), path => path.EndsWith($"{orphan:N}", StringComparison.Ordinal));

        await RunAsync<CleaningWork>();

        var kept = await _service.KeptAsync();
        Assert.DoesNotContain(kept, path => path.EndsWith($"{orphan:N}", StringComparison.Ordinal) || path == part);
        Assert.Contains(kept, path => path.EndsWith($"{attached.Id:N}", StringComparison.Ordinal));
        Assert.Contains(kept, path => path.EndsWith($"{fresh.Id:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_instance_at_a_time_has_a_turn()
    {
        var (one, other) = await _service.PartsAsync(parts =>
        {
            var options = parts.GetRequiredService<ServiceOptions>();
            return Task.FromResult((new Turn(options), new Turn(options)));
        });

        await using (var taken = await one.TryTakeAsync("test", Cancel))
        {
            Assert.NotNull(taken);
            Assert.Null(await other.TryTakeAsync("test", Cancel));
            await using var another = await other.TryTakeAsync("other-test", Cancel);
            Assert.NotNull(another);
        }

        await using var again = await other.TryTakeAsync("test", Cancel);
        Assert.NotNull(again);
    }

    private Task<bool> RunAsync<T>()
        where T : Work => _service.PartsAsync(async parts =>
        {
            await ActivatorUtilities.CreateInstance<T>(parts).RunAsync(Cancel);
            return true;
        });
}

public sealed class WorkOnSqliteTests(ServiceOnSqlite service) : WorkTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class WorkOnPostgreSqlTests(ServiceOnPostgreSql service) : WorkTests(service), IClassFixture<ServiceOnPostgreSql>;
