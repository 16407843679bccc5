using System.IO.Compression;
using System.Text;
using Gci.Data.Runs;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Tests.Service;

/// <summary>Moving an edition from one service to another: the same archive whichever database it comes from, and nothing of a damaged one.</summary>
public sealed class MoveTests(ExportedEdition exported) : IClassFixture<ExportedEdition>, IDisposable
{
    private readonly RunData _last = new(null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Archive => exported.Archive;

    [Fact]
    public async Task From_SQLite_to_PostgreSQL_and_back_an_edition_gives_the_same_archive()
    {
        using var middle = new RunData(RunData.PostgreSqlDatabase());
        await MoveAsync(middle, Archive);
        await MoveAsync(_last, await ExportFromAsync(middle));

        var archive = await File.ReadAllBytesAsync(Archive, Cancel);
        Assert.Equal(archive, await File.ReadAllBytesAsync(await ExportFromAsync(middle), Cancel));
        Assert.Equal(archive, await File.ReadAllBytesAsync(await ExportFromAsync(_last), Cancel));
        var verified = await Verb.RunAsync(_last.Arguments("audit", "verify"));
        Assert.Equal((ExitCode.Done, ""), (verified.Code, verified.Error));
        await using var db = _last.Open();
        Assert.True((await db.Snapshots.SingleAsync(Cancel)).IsWhole);
        Assert.Equal(RunState.Frozen, (await db.Runs.SingleAsync(Cancel)).State);
        var file = await db.Files.SingleAsync(Cancel);
        Assert.Equal("An act on cybercrime", await File.ReadAllTextAsync(Assert.Single(Directory.EnumerateFiles(_last.Options.FilesFolder, file.Id.ToString("N"), SearchOption.AllDirectories)), Cancel));
    }

    [Fact]
    public async Task People_arrive_with_closed_accounts_and_no_password()
    {
        Assert.DoesNotContain("secret-hash", string.Concat(Parts(Archive).Values.Select(Encoding.UTF8.GetString)), StringComparison.Ordinal);

        await MoveAsync(_last, Archive);

        await using var db = _last.Open();
        var people = await db.Users.OrderBy(user => user.UserName).ToListAsync(Cancel);
        Assert.Equal(["helen@example.org", "ingrid@example.org", "ken@example.org", "priya@example.org"], people.Select(person => person.UserName));
        Assert.All(people, person => Assert.True(person is { ClosedAt: not null, PasswordHash: null }));
        Assert.Equal(new(ExitCode.Done, "", ""), await Verb.RunAsync(_last.Arguments("users")));
    }

    [Fact]
    public async Task An_edition_that_is_there_already_is_not_taken_in()
    {
        var ended = await Verb.RunAsync(exported.Data.Arguments("import", "edition", Archive));

        Assert.Equal(new(ExitCode.WrongInput, "", $"{Archive}:1: The service holds responses of edition 2024 already; an edition is only taken in whole.\n"), ended);
    }

    [Theory]
    [InlineData("answers.jsonl", "\"yes\"", "\"no\"", false, "The part answers.jsonl was changed after it was written.")]
    [InlineData("answers.jsonl", "\"yes\"", "\"no\"", true, "The chain of ")]
    [InlineData("audit-entries.jsonl", "answer.saved", "answer.other", true, "The chain of ")]
    [InlineData("snapshots.jsonl", "KEN,LEG-1.1.2,partial", "KEN,LEG-1.1.2,yes", true, "The chain of ")]
    [InlineData("files/", "cybercrime", "something", true, "The bytes of file ")]
    [InlineData("seals.jsonl", "\"Head\":\"", "\"Head\":\"0", true, "The chain of ")]
    [InlineData("messages.jsonl", "\"Question\"", "\"Questions\"", true, "A row of Messages has other columns")]
    [InlineData("messages.jsonl", "{", "[", true, "A line is not a row.")]
    public async Task Whatever_was_changed_in_an_archive_nothing_of_it_is_taken_in(string part, string from, string to, bool mendsManifest, string sentence)
    {
        var damaged = Damaged(part, from, to, mendsManifest);

        var ended = await Verb.RunAsync(_last.Arguments("import", "edition", damaged));

        Assert.Equal((ExitCode.WrongInput, ""), (ended.Code, ended.Output));
        Assert.StartsWith($"{damaged}:1: {sentence}", ended.Error, StringComparison.Ordinal);
        await using var db = _last.Open();
        Assert.False(await db.Responses.AnyAsync(Cancel) || await db.Users.AnyAsync(Cancel) || await db.Runs.AnyAsync(Cancel) || await db.Audit.AnyAsync(Cancel));
        Assert.Empty(Directory.Exists(_last.Options.FilesFolder) ? Directory.EnumerateFiles(_last.Options.FilesFolder, "*", SearchOption.AllDirectories) : []);
    }

    [Fact]
    public async Task What_is_no_archive_is_said_so()
    {
        var (text, archive) = (_last.Folder.Write("text.zip", "no archive"), _last.Folder.At("none", "edition.zip"));

        Assert.Equal(new(ExitCode.WrongInput, "", $"{text}:1: It is not a ZIP file, or a damaged one.\n"), await Verb.RunAsync(_last.Arguments("import", "edition", text)));
        Assert.Equal(new(ExitCode.WrongInput, "", "gci export:1: The service holds nothing of edition 2024.\n"), await Verb.RunAsync(_last.Arguments("export", "edition", "--edition", "2024", "--out", archive)));
        Assert.False(Directory.Exists(_last.Folder.At("none")));
    }

    public void Dispose() => _last.Dispose();

    private static async Task<string> ExportFromAsync(RunData data)
    {
        var archive = data.Folder.At("out", "again.zip");
        Assert.Equal(ExitCode.Done, (await Verb.RunAsync(data.Arguments("export", "edition", "--edition", "2024", "--out", archive))).Code);
        return archive;
    }

    private static async Task MoveAsync(RunData data, string archive)
    {
        var ended = await Verb.RunAsync(data.Arguments("import", "edition", archive));
        Assert.Equal((ExitCode.Done, "", "Edition 2024 is here, and every chain in it holds."), (ended.Code, ended.Error, ended.Lines.LastOrDefault()));
    }

    private static Dictionary<string, byte[]> Parts(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var from = entry.Open();
            from.CopyTo(content);
            return content.ToArray();
        });
    }

    // Somebody who knows how the archive is made writes the checksums anew as well.
    private string Damaged(string name, string from, string to, bool mendsManifest)
    {
        var parts = Parts(Archive);
        var part = parts.Keys.Single(found => found.StartsWith(name, StringComparison.Ordinal));
        var text = Encoding.UTF8.GetString(parts[part]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var before = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(parts[part]));
        parts[part] = Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
        var after = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(parts[part]));
        parts["manifest.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts["manifest.json"]).Replace(before, mendsManifest ? after : before, StringComparison.Ordinal));
        var damaged = _last.Folder.At("damaged.zip");
        using var zip = ZipFile.Open(damaged, ZipArchiveMode.Create);
        foreach (var (entry, bytes) in parts)
        {
            using var content = zip.CreateEntry(entry).Open();
            content.Write(bytes);
        }

        return damaged;
    }
}

/// <summary>A frozen and sealed edition and its archive, made once.</summary>
public sealed class ExportedEdition : IAsyncLifetime
{
    internal RunData Data { get; } = new(null);

    internal string Archive => Data.Folder.At("moved", "edition.zip");

    public async ValueTask InitializeAsync()
    {
        await Data.SeedAsync();
        Assert.Equal(ExitCode.Done, (await Verb.RunAsync(Data.Arguments("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "helen@example.org"))).Code);
        await Data.SealAsync();
        var ended = await Verb.RunAsync(Data.Arguments("export", "edition", "--edition", "2024", "--out", Archive));
        Assert.Equal((ExitCode.Done, "", Archive), (ended.Code, ended.Error, ended.Lines[^1]));
    }

    public ValueTask DisposeAsync()
    {
        Data.Dispose();
        return ValueTask.CompletedTask;
    }
}
