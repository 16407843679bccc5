using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Runs;
using Gci.Editions;

namespace Gci.Cli.Demo;

/// <summary>The run of the open edition: planned by an analyst, opened by an administrator, and open since.</summary>
internal static class DemoRun
{
    internal static async Task SaveAsync(GciDb db, Edition edition, DemoPeople people, CancellationToken cancel)
    {
        var (analyst, administrator) = (people.With(Role.Analyst)[0].AsActor(), people.With(Role.Administrator)[0].AsActor());
        var run = EditionRun.Begin(analyst, edition.Id, DemoCalendar.RunBegins);
        DemoRules.Allowed(run.Schedule(analyst, DemoCalendar.Run, DemoCalendar.RunBegins.AddHours(2)));
        DemoRules.Allowed(run.Take(administrator, RunStep.Open, DemoCalendar.OpenEdition));
        db.Begin(run);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
