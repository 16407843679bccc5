using Gci.Data;
using Gci.Web.Jobs;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Jobs;

/// <summary>Mails that cannot be sent are heard of, and are sent later.</summary>
public sealed class MailWorkTests(ServiceOnSqlite service) : IClassFixture<ServiceOnSqlite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_are_sent_and_one_that_cannot_be_is_a_trouble_of_the_job()
    {
        var folder = await service.PartsAsync(async parts =>
        {
            parts.GetRequiredService<Letters>().Queue("amina@example.org", "en", "password-changed", ("name", "Amina"));
            await parts.GetRequiredService<GciDb>().SaveChangesAsync(Cancel);
            return parts.GetRequiredService<ServiceOptions>().MailFolder;
        });
        await File.WriteAllTextAsync(folder, "a file where the folder should be", Cancel);

        await Assert.ThrowsAsync<IOException>(RunAsync);

        File.Delete(folder);
        await service.DataAsync(db => db.Mails.ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.DueAt, mail => mail.CreatedAt), Cancel));
        await RunAsync();
        Assert.Single(Directory.GetFiles(folder, "*.eml"));
    }

    private Task<bool> RunAsync() => service.PartsAsync(async parts =>
    {
        await ActivatorUtilities.CreateInstance<MailWork>(parts).RunAsync(Cancel);
        return true;
    });
}
