using System.Globalization;
using Gci.Testing.Databases;

namespace Gci.Cli.Tests.Service;

/// <summary>
/// The service is killed at random moments while four clients save, and so is its database. What was acknowledged must be there afterwards,
/// once.
/// </summary>
public sealed class KillTests
{
    private const int Times = 20;
    private const int Saves = 2000;
    private static readonly TimeSpan s_readyWithin = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task On_sqlite_no_acknowledged_answer_is_lost_or_doubled() => await KillServiceAsync(null);

    [Fact]
    public async Task On_postgresql_no_acknowledged_answer_is_lost_or_doubled()
    {
        using var server = Server();
        await KillServiceAsync(server.Database("kills"));
    }

    [Fact]
    public async Task While_postgresql_is_away_nothing_is_acknowledged_and_when_it_is_back_saving_goes_on()
    {
        using var server = Server();
        using var kills = await Kills.OpenAsync(server.Database("away"));
        using var service = await kills.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var saving = kills.SaveAsync(service, stop.Token);
        for (var times = 0; times < 4; times++)
        {
            await SavesReachAsync(kills, kills.Saves + 50, saving);
            server.Crash();
            await Task.Delay(300, stop.Token); // an answer may still be on its way from before
            var acknowledged = kills.Saves;
            await Task.Delay(700, stop.Token);
            Assert.Equal(acknowledged, kills.Saves);
            server.StartAgain();
        }

        await SavesReachAsync(kills, kills.Saves + 50, saving);
        await stop.CancelAsync();
        await saving;
        await service.KillAsync();
        await kills.CheckAsync();
    }

    private static async Task KillServiceAsync(string? database)
    {
        using var kills = await Kills.OpenAsync(database);
        var ready = new List<(TimeSpan Waited, TimeSpan Worked)>();
        while (ready.Count < Times || kills.Saves < Saves)
        {
            using var service = await kills.StartAsync();
            ready.Add((service.Ready, service.Worked));
            var saving = kills.SaveAsync(service);
            await SavesReachAsync(kills, kills.Saves + kills.Random.Next(40, 180), saving);
            await Task.Delay(kills.Random.Next(12), TestContext.Current.CancellationToken); // anywhere within a save
            await service.KillAsync();
            await saving;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{ready.Count} kills, {kills.Saves} saves acknowledged, {kills.Clients.Sum(client => client.Conflicts)} conflicts, ready after {ready.Max(start => start.Waited).TotalSeconds:0.0} s at most, of which {ready.Max(start => start.Worked).TotalSeconds:0.0} s of its own work"));
        await kills.CheckAsync();

        // On a machine that does much else it waits for its turn, and only what it needs itself can be judged.
        Assert.True(ready.Max(start => start.Worked) < s_readyWithin, kills.Again);
        Assert.True(IsBusy || ready.Order().ElementAt(ready.Count / 2).Waited < s_readyWithin, kills.Again);
    }

    private static bool IsBusy => File.Exists("/proc/loadavg")
        && double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) > 3 * Environment.ProcessorCount;

    private static async Task SavesReachAsync(Kills kills, int saves, Task saving)
    {
        var (begin, clock) = (TimeProvider.System.GetTimestamp(), TimeProvider.System);
        while (kills.Saves < saves)
        {
            Assert.True(!saving.IsCompleted && clock.GetElapsedTime(begin) < TimeSpan.FromSeconds(30), $"Saving does not go on. {kills.Again}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static PostgreSqlServer Server()
    {
        Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");
        return PostgreSqlServer.Start(durable: true);
    }
}
