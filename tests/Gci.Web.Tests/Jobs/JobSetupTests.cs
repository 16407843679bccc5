using Gci.Web.Tests.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Jobs;

public sealed class ServiceWithJobs : ServiceOnSqlite
{
    internal Clamd Scanner { get; } = new();

    protected override ServiceOptions Configured(ServiceOptions options) => options with { RunJobs = true, CheckLinks = true, ClamAv = Scanner.Place };
}

/// <summary>The schedule starts with the service and does its work without being asked.</summary>
public sealed class JobSetupTests(ServiceWithJobs service) : IClassFixture<ServiceWithJobs>
{
    [Fact]
    public async Task Every_job_takes_its_turn_soon_after_the_service_started()
    {
        var folder = await service.PartsAsync(parts => Task.FromResult(parts.GetRequiredService<ServiceOptions>().Data));
        string[] expected = ["cleaning", "links", "mails", "runs", "scans", "seals"];
        string[] seen = [];
        for (var attempt = 0; attempt < 300 && !expected.SequenceEqual(seen); attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            seen = Directory.Exists(Path.Combine(folder, "jobs"))
                ? [.. Directory.GetFiles(Path.Combine(folder, "jobs"), "*.lock").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
                : [];
        }

        Assert.Equal(expected, seen);
    }
}
