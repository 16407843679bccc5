using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Sqlite;
using Gci.Editions;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Tests.Service;

/// <summary><c>gci audit verify</c> on data in which somebody changed something.</summary>
public sealed class AuditVerbTests : IDisposable
{
    // SHA-256 of "abc", from the standard itself.
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task It_reads_the_bytes_of_evidence_only_where_it_is_asked_to()
    {
        var (response, file) = await DataAsync();
        var path = _folder.At("files", $"{file:N}"[^2..], $"{file:N}"[^4..^2], $"{file:N}");
        const string Chains = "1 chains with 2 links, and 0 seals: nothing was changed.\n";

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "abc", TestContext.Current.CancellationToken);
        Assert.Equal(new(0, Chains + "1 evidence files: all bytes are those that were recorded.\n", ""), await VerifyAsync("--files"));

        await File.WriteAllTextAsync(path, "abd", TestContext.Current.CancellationToken);
        Assert.Equal(new(0, Chains, ""), await VerifyAsync());
        var ended = await VerifyAsync("--files");
        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith($"response {response}:2: Broken here: the bytes of file {file} are not those that were recorded.\n", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hash_that_was_changed_in_the_database_is_named_with_its_link()
    {
        var (response, file) = await DataAsync();
        await using (var db = Open())
        {
            await db.Files.ExecuteUpdateAsync(set => set.SetProperty(row => row.Sha256, "0000"), TestContext.Current.CancellationToken);
        }

        var ended = await VerifyAsync();

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Matches($"^response {response}:2: Broken here: evidence [0-9a-f-]+ or its file {file} was changed after it was recorded.\n", ended.Error);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private Task<Ended> VerifyAsync(params string[] more) => Verb.RunAsync(["audit", "verify", "--data", _folder.Path, .. more]);

    // A response that was opened and has one file of three bytes: two links.
    private async Task<(Guid Response, Guid File)> DataAsync()
    {
        await Verb.RunAsync("invite", "--email", "a@example.org", "--name", "A", "--role", "administrator", "--data", _folder.Path);
        var problems = new Problems();
        var question = new EditionsFolder(Repository.Root).Load("2024", problems)!.QuestionOf("LEG-1.1.1")!;
        var (actor, now) = (new Actor(Guid.CreateVersion7(), "Amina", Role.FocalPoint, "KEN"), Moment.Now(TimeProvider.System));
        var response = Response.Open(actor, "2024", "KEN", ResponseKind.National, now);
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(now),
            ResponseId = response.Id,
            Name = "act.txt",
            ContentType = "text/plain",
            Length = 3,
            Sha256 = Abc,
            Scan = ScanState.NotScanned,
            By = actor.Id,
            At = now,
        };
        Assert.Null(response.Attach(actor, question, new(question.Evidence!.Kinds[0], "Act", null, null), [], file, now));
        await using var db = Open();
        db.Begin(response);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (response.Id, file.Id);
    }

    private GciDb Open()
    {
        var builder = new DbContextOptionsBuilder<GciDb>();
        builder.UseGciSqlite(_folder.At("gci.db"));
        return new(builder.Options);
    }
}
