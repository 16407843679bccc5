using Gci.Data;
using Gci.Data.Auditing;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Cli.Demo;

/// <summary>Fills a new service with the demonstration's people and responses, through the same methods as everybody who uses it.</summary>
internal sealed class DemoSeed(IServiceProvider services)
{
    /// <summary>Accounts come first and the seal comes last: that is how a demonstration that was stopped half-way is known.</summary>
    /// <param name="rows">The answers of every country to <paramref name="earlier"/>.</param>
    /// <param name="open">The edition that is being answered; null where none is derived from the earlier one.</param>
    internal async Task RunAsync(DemoPeople people, Edition earlier, IReadOnlyList<AnswerRow> rows, Edition? open, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GciDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Users.AddRange(people.All);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await new EarlierResponses(db, earlier, people).SaveAsync(rows, cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (open is not null)
        {
            await DemoRun.SaveAsync(db, open, people, cancel);
            await new OpenResponses(db, open, people).SaveAsync(cancel);
            await new ResearchedResponses(db, open, people).SaveAsync(cancel);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await new ReviewedResponses(db, open, people, rows.ToLookup(row => row.Country)).SaveAsync(cancel);
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            await new DemoDraft(db, services.GetRequiredService<EditionShelf>(), open, people).SaveAsync(cancel);
        }

        using var key = SealKey.OpenOrMake(services.GetRequiredService<ServiceOptions>().SealKeyFile);
        await db.SealAsync(key, new DemoClock(DemoCalendar.Seal, "seal"), cancel);
    }
}
