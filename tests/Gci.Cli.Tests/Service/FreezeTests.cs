using System.Text.Json;
using Gci.Data.Runs;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Cli.Tests.Service;

/// <summary>From answers in a service to published files: freezing by two persons, and publishing from the snapshot.</summary>
public abstract class FreezeTests(string? postgreSql) : IDisposable
{
    private readonly RunData _data = new(postgreSql);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_edition_is_closed_frozen_and_published_to_the_same_bytes_twice()
    {
        await _data.SeedAsync();

        var frozen = await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "HELEN@example.org");

        Assert.Equal((ExitCode.Done, ""), (frozen.Code, frozen.Error));
        Assert.Equal("Answering of edition 2024 was still open and is now closed, in the name of Priya.", frozen.Lines[0]);
        Assert.Matches("^Snapshot 1 of edition 2024: [0-9a-f]{64}$", frozen.Lines[1]);
        Assert.Equal(
            ["Proposed by Priya, confirmed by Helen.", "4 answers of 3 countries count.", "  questionnaire                   2", "  desk-research-not-validated     1"], frozen.Lines[2..6]);
        Assert.Contains("  no reply: SEN", frozen.Lines);
        Assert.Equal(
            new(ExitCode.WrongInput, "", "gci freeze:1: The edition is not in a state for this step. Reload the page to see where it stands.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "helen@example.org"));

        var (first, second) = (await PublishAsync("first"), await PublishAsync("second"));
        Assert.Equal(first, second);
        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(_data.Folder.At("first", "results.json"), Cancel));
        Assert.Equal(
            ["FJI desk-research-not-validated", "KEN questionnaire", "URY questionnaire"],
            results.RootElement.GetProperty("countries").EnumerateArray().Select(country => $"{country.GetProperty("iso3")} {country.GetProperty("source")}"));
        Assert.Equal(frozen.Lines[1].Split(' ')[^1], results.RootElement.GetProperty("snapshot").GetProperty("hash").GetString());
        Assert.Equal("iso3,tier,tier_legal,tier_technical,tier_organizational,tier_capacity_development,tier_cooperation,region,basis,source,name", (await File.ReadAllLinesAsync(_data.Folder.At("first", "tiers.csv"), Cancel))[0]);
        Assert.Equal(ExitCode.Done, (await RunAsync("audit", "verify")).Code);
    }

    [Fact]
    public async Task What_cannot_be_frozen_leaves_the_edition_as_it_was()
    {
        await _data.SeedAsync();

        Assert.Equal(new(ExitCode.WrongUsage, "", "A snapshot needs two persons: give --by and --confirmed-by.\n"), await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org"));
        Assert.Equal(
            new(ExitCode.WrongUsage, "", "Nobody signs in as \"nobody@example.org\". gci users --role analyst prints the names of analysts.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "nobody@example.org"));
        Assert.Equal(
            new(ExitCode.WrongInput, "", "gci freeze:1: You proposed this step yourself. Somebody else must confirm it.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "priya@example.org", "--confirmed-by", "priya@example.org"));
        Assert.Equal(
            new(ExitCode.WrongInput, "", "gci freeze:1: Only an analyst or an administrator of the secretariat does this.\n"),
            await RunAsync("freeze", "--edition", "2024", "--by", "ingrid@example.org", "--confirmed-by", "priya@example.org"));
        Assert.Equal(
            new(ExitCode.WrongUsage, "", "Edition 2024 is not frozen; gci freeze --edition 2024 --by NAME --confirmed-by NAME makes a snapshot.\n"),
            await RunAsync("publish", "--edition", "2024", "--from-database", "--out", _data.Folder.At("out")));
        await using var db = _data.Open();
        var run = await db.Runs.SingleAsync(Cancel);
        Assert.Equal((RunState.Open, null, false), (run.State, run.Proposed, await db.Snapshots.AnyAsync(Cancel)));
    }

    private async Task<object> PublishAsync(string folder)
    {
        var ended = await Verb.DrawAsync([.. _data.Arguments("publish", "--edition", "2024", "--from-database", "--out", _data.Folder.At(folder))]);
        Assert.Equal(ExitCode.Done, ended.Code);
        return TemporaryFolder.Content(_data.Folder.At(folder));
    }

    private Task<Ended> RunAsync(params string[] args) => Verb.RunAsync(_data.Arguments(args));

    public void Dispose()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class FreezeOnSqliteTests() : FreezeTests(null);

public sealed class FreezeOnPostgreSqlTests() : FreezeTests(RunData.PostgreSqlDatabase());
