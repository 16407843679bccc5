using Gci.Data.Runs;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Tests.Service;

/// <summary><c>gci audit verify</c> where an edition was moved, and where a snapshot has no run.</summary>
public sealed class MovedSealTests : IDisposable
{
    private readonly RunData _data = new(null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_service_sealed_is_held_against_the_chains()
    {
        await _data.SeedAsync();
        await using var db = _data.Open();
        var response = await db.Responses.AsNoTracking().FirstAsync(found => found.Country == "KEN", Cancel);
        Directory.CreateDirectory(_data.Options.SealsFolder);
        var file = Path.Combine(_data.Options.SealsFolder, "moved-2024.jsonl");

        await File.WriteAllTextAsync(file, Line(response.Id, response.ChainLength, response.ChainHead), Cancel);
        Assert.Equal((ExitCode.Done, ""), await VerifyAsync());

        await File.WriteAllTextAsync(file, Line(response.Id, response.ChainLength, new('a', 64)), Cancel);
        Assert.Contains("saw another link", (await VerifyAsync()).Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, Line(Guid.Empty, 3, response.ChainHead), Cancel);
        Assert.Contains("the chain was moved here and is missing", (await VerifyAsync()).Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "{}", Cancel);
        Assert.Contains("cannot be read in moved-2024.jsonl", (await VerifyAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_of_an_edition_that_was_never_run_is_found()
    {
        await _data.SeedAsync();
        await using var db = _data.Open();
        db.Snapshots.Add(new Snapshot
        {
            Id = Guid.CreateVersion7(),
            Edition = "2026",
            Number = 1,
            Definition = "definition",
            Answers = "country,code,answer\n",
            Sources = "country,source\n",
            Hash = Snapshot.HashOf("definition", "country,code,answer\n", "country,source\n"),
            ProposedBy = Guid.Empty,
            ConfirmedBy = Guid.Empty,
            At = TimeProvider.System.GetUtcNow(),
        });
        await db.SaveChangesAsync(Cancel);

        Assert.Contains("snapshot 1 of edition 2026 was decided on in no run", (await VerifyAsync()).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private async Task<(int Code, string Error)> VerifyAsync()
    {
        var ended = await Verb.RunAsync(_data.Arguments("audit", "verify"));
        return (ended.Code, ended.Error);
    }

    private static string Line(Guid chain, int length, string head) => FormattableString.Invariant($"{{\"Chain\":\"{chain}\",\"Length\":{length},\"Head\":\"{head}\",\"Seal\":1}}\n");
}
