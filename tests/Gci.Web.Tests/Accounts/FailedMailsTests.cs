using Gci.Data.Mailing;
using Gci.Testing;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests.Accounts;

/// <summary>What did not go out is seen by administrators, who can have it tried again.</summary>
public abstract class FailedMailsTests
{
    private const string Secret = "https://gci.example.org/account/reset/secret";

    private readonly Service _service;

    protected FailedMailsTests(Service service)
    {
        _service = service;
        service.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_was_given_up_is_shown_without_its_text_and_tried_again_on_request()
    {
        var id = await QueueAsync("lost@example.org", MailDelivery.MostAttempts, "550 no such <person>");
        await QueueAsync("fresh@example.org", 0, null);
        var adam = await _service.SignedInAsync("adam");

        Assert.Contains("1 mail did not go out", await adam.TextAsync("/accounts"), StringComparison.Ordinal);
        var page = await adam.TextAsync("/accounts/mails");
        Assert.Contains("550 no such &lt;person&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Given up", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain("fresh@example.org", page, StringComparison.Ordinal);

        await adam.PostAsync("/accounts/mails", new() { ["id"] = $"{id}" });

        var mail = await _service.DataAsync(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id, Cancel));
        Assert.True(mail.SentAt is not null || mail.Attempts == 0, $"{mail.Attempts} attempts");
    }

    // Due far ahead, so that the service itself does not take it meanwhile.
    private Task<Guid> QueueAsync(string to, int attempts, string? error) => _service.DataAsync(async db =>
    {
        var now = _service.Clock.GetUtcNow();
        var mail = new QueuedMail { Id = Guid.CreateVersion7(), To = to, Language = "en", Subject = "Set a new password", Body = Secret, CreatedAt = now, DueAt = now.AddDays(300), Attempts = attempts, Error = error };
        db.Mails.Add(mail);
        await db.SaveChangesAsync(Cancel);
        return mail.Id;
    });
}

public sealed class FailedMailsOnSqliteTests(ServiceOnSqlite service) : FailedMailsTests(service), IClassFixture<ServiceOnSqlite>;

public sealed class FailedMailsOnPostgreSqlTests(ServiceOnPostgreSql service) : FailedMailsTests(service), IClassFixture<ServiceOnPostgreSql>;
