using System.Text;
using Gci.Data;
using Gci.Data.Mailing;
using Gci.Testing;
using Gci.Testing.Databases;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Gci.Web.Tests.Mail;

public abstract class MailDeliveryTests(TestDatabase database) : IAsyncLifetime
{
    private readonly SmtpListener _server = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ShiftedClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ServiceOptions Options => new() { Editions = "", Data = _folder.Path, Urls = "https://gci.example.org", Smtp = Smtp(_server.Port) };

    [Fact]
    public async Task A_due_mail_goes_out_with_the_headers_that_it_needs_and_its_text_is_forgotten()
    {
        var id = await QueueAsync("to@example.org", "Grüße, مرحبا", "Ihr Link:\nhttps://gci.example.org/x\n.\nEnde");

        Assert.Equal(1, await SendAsync(Options));

        var (to, text) = Assert.Single(_server.Received);
        var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);
        Assert.Equal(("to@example.org", "Grüße, مرحبا", $"{id:N}@example.org"), (to, mail.Subject, mail.MessageId));
        Assert.Equal("Ihr Link:\nhttps://gci.example.org/x\n.\nEnde", mail.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(("auto-generated", "de"), (mail.Headers["Auto-Submitted"], mail.Body!.Headers["Content-Language"]));
        Assert.Equal(_clock.GetUtcNow().UtcDateTime, mail.Date.UtcDateTime, TimeSpan.FromSeconds(20));
        var row = await RowAsync(id);
        Assert.Equal((true, "", (string?)null), (row.SentAt is not null, row.Body, row.Error));
        Assert.Equal(0, await SendAsync(Options));
    }

    [Fact]
    public async Task No_address_and_no_subject_slips_a_header_in()
    {
        var evil = await QueueAsync("to@example.org\r\nBcc: thief@example.org", "Hello", "x");
        var list = await QueueAsync("to@example.org, thief@example.org", "Hello", "x");
        await QueueAsync("to@example.org", "Hello\r\nBcc: thief@example.org\r\n\r\nText", "x");

        Assert.Equal(1, await SendAsync(Options));

        var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(_server.Received).Text)), Cancel);
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain('\n', mail.Subject!);
        Assert.Equal((MailDelivery.MostAttempts, MailDelivery.MostAttempts), ((await RowAsync(evil)).Attempts, (await RowAsync(list)).Attempts));
    }

    [Fact]
    public async Task A_refused_recipient_is_given_up_at_once_and_a_full_mailbox_is_tried_again()
    {
        _server.Refusals["gone"] = "550 no such person";
        _server.Refusals["full"] = "452 mailbox full";
        var (gone, full) = (await QueueAsync("gone@example.org", "a", "b"), await QueueAsync("full@example.org", "a", "b"));
        await QueueAsync("fine@example.org", "a", "b");

        Assert.Equal(1, await SendAsync(Options));

        var (lost, waiting) = (await RowAsync(gone), await RowAsync(full));
        Assert.Equal((MailDelivery.MostAttempts, true), (lost.Attempts, lost.Error!.Contains("no such person", StringComparison.Ordinal)));
        Assert.Equal(1, waiting.Attempts);
        _server.Refusals.Clear();
        _clock.Forward(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await SendAsync(Options));
        Assert.Null((await RowAsync(full)).Error);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_less_and_less_often_and_given_up_in_the_end()
    {
        var away = Options with { Smtp = Smtp(1) };
        var (id, times) = (await QueueAsync("to@example.org", "a", "b"), new List<double>());
        for (var attempt = 1; attempt <= MailDelivery.MostAttempts; attempt++)
        {
            Assert.Equal(0, await SendAsync(away));
            var row = await RowAsync(id);
            Assert.Equal(attempt, row.Attempts);
            times.Add((row.DueAt - _clock.GetUtcNow()).TotalMinutes);
            _clock.Forward(row.DueAt - _clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 480, 480, 480], times.Select(minutes => Math.Round(minutes)));
        Assert.Equal(0, await SendAsync(Options));
        Assert.Empty(_server.Received);
        Assert.NotEmpty((await RowAsync(id)).Error!);
    }

    [Fact]
    public async Task A_mail_that_is_not_due_waits()
    {
        await QueueAsync("to@example.org", "a", "b", TimeSpan.FromHours(1));

        Assert.Equal(0, await SendAsync(Options));
        _clock.Forward(TimeSpan.FromMinutes(61));
        Assert.Equal(1, await SendAsync(Options));
    }

    [Fact]
    public async Task Several_instances_at_once_send_every_mail_once()
    {
        for (var i = 0; i < 40; i++)
        {
            await QueueAsync($"n{i}@example.org", "a", "b");
        }

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(Options), Cancel)));

        Assert.Equal(40, sent.Sum());
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"n{i}@example.org").Order(), _server.Received.Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task Without_a_server_mails_are_written_into_a_folder_that_only_we_read()
    {
        await QueueAsync("to@example.org", "Hello", "Text");
        var options = Options with { Smtp = null };

        Assert.Equal(1, await SendAsync(options));

        var file = Assert.Single(Directory.GetFiles(options.MailFolder));
        var mail = await MimeMessage.LoadAsync(file, Cancel);
        Assert.Equal((".eml", "no-reply@gci.example.org", "Text"), (Path.GetExtension(file), mail.From.Mailboxes.Single().Address, mail.TextBody!.Trim()));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    public virtual ValueTask InitializeAsync() => database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static SmtpServer Smtp(int port) => new("127.0.0.1", "service@example.org") { Port = port, Tls = SmtpTls.None };

    private async Task<int> SendAsync(ServiceOptions options)
    {
        await using var db = database.New();
        return await new MailDelivery(db, options, _clock).SendDueAsync(Cancel);
    }

    private async Task<Guid> QueueAsync(string to, string subject, string body, TimeSpan wait = default)
    {
        await using var db = database.New();
        var now = Moment.Now(_clock);
        var mail = new QueuedMail { Id = Guid.CreateVersion7(now), To = to, Language = "de", Subject = subject, Body = body, CreatedAt = now, DueAt = now + wait };
        db.Add(mail);
        await db.SaveChangesAsync(Cancel);
        return mail.Id;
    }

    private async Task<QueuedMail> RowAsync(Guid id)
    {
        await using var db = database.New();
        return await db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id, Cancel);
    }
}

public sealed class MailDeliveryOnSqliteTests() : MailDeliveryTests(new SqliteTestDatabase());

public sealed class MailDeliveryOnPostgreSqlTests() : MailDeliveryTests(new PostgreSqlTestDatabase())
{
    public override ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlTestDatabase.IsInstalled, "PostgreSQL is not installed; apt-get install postgresql.");
        return base.InitializeAsync();
    }
}
