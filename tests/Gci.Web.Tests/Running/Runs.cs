using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Runs;
using Gci.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Running;

/// <summary>Runs of editions as tests look at them.</summary>
internal static class Runs
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static Task<Account> AccountAsync(this Service service, string name) =>
        service.DataAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == $"{name}@example.org", Cancel));

    internal static Task<EditionRun> RunAsync(this Service service, string edition) => service.DataAsync(db => db.Runs.AsNoTracking().SingleAsync(run => run.Edition == edition, Cancel));

    internal static Task<Response> ResponseAsync(this Service service, Guid id) => service.DataAsync(db => db.Responses.AsNoTracking().SingleAsync(response => response.Id == id, Cancel));

    internal static Task<IReadOnlyList<string>> MailsAsync(this Service service, string to) => service.DataAsync<IReadOnlyList<string>>(async db =>
        await db.Mails.Where(mail => mail.To == $"{to}@example.org").OrderBy(mail => mail.CreatedAt).Select(mail => mail.Subject).ToListAsync(Cancel));

    /// <summary>Does what the calendars say, as the job does.</summary>
    internal static Task<bool> WorkAsync(this Service service) => service.PartsAsync(async parts =>
    {
        await parts.GetRequiredService<Deadlines>().RunAsync(Cancel);
        return true;
    });
}
