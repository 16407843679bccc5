using Gci.Data;
using Gci.Data.Mailing;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Mail;

/// <summary>
/// Takes due mails from the queue and sends them. A mail is claimed before it is sent, so that several instances may run at once; where one
/// dies in between, the mail is due again a little later and may then arrive twice, with the same Message-ID.
/// </summary>
public sealed class MailDelivery(GciDb db, ServiceOptions options, TimeProvider clock)
{
    /// <summary>After so many attempts, about two days after the first, a mail is given up.</summary>
    public const int MostAttempts = 12;

    private const int LongestError = 500;
    private static readonly TimeSpan s_claim = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(8);

    /// <summary>Sends what is due and gives how many mails were sent. Where the server cannot be reached, the rest waits for the next call.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        using IOutbox outbox = options.Smtp is { } server ? new SmtpOutbox(server) : new PickupFolder(options.MailFolder);
        var sent = 0;
        while (await NextAsync(cancel) is { } mail)
        {
            var failure = await TryAsync(mail, outbox, cancel);
            sent += failure is null ? 1 : 0;
            await NoteAsync(mail, failure, cancel);
            if (failure is not null && !IsFinal(failure) && !outbox.IsReady)
            {
                break;
            }
        }

        return sent;
    }

    /// <summary>The next due mail, claimed for this instance; null where none is left.</summary>
    private async Task<QueuedMail?> NextAsync(CancellationToken cancel)
    {
        while (true)
        {
            var now = Moment.Now(clock);
            var mail = await db.Mails.AsNoTracking().Where(mail => mail.SentAt == null && mail.DueAt <= now && mail.Attempts < MostAttempts)
                .OrderBy(mail => mail.DueAt).ThenBy(mail => mail.Id).FirstOrDefaultAsync(cancel);
            var until = now + s_claim;
            if (mail is null || await db.Mails.Where(found => found.Id == mail.Id && found.SentAt == null && found.DueAt == mail.DueAt && found.Attempts == mail.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.DueAt, until).SetProperty(found => found.Attempts, mail.Attempts + 1), cancel) == 1)
            {
                return mail;
            }
        }
    }

    private async Task<Exception?> TryAsync(QueuedMail mail, IOutbox outbox, CancellationToken cancel)
    {
        try
        {
            await outbox.SendAsync(MailMessage.Of(mail, options, clock), cancel);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return e;
        }
    }

    // What a mail said is not kept once it is gone: it may hold a link that opens an account.
    private Task<int> NoteAsync(QueuedMail mail, Exception? failure, CancellationToken cancel)
    {
        var (now, row) = (Moment.Now(clock), db.Mails.Where(found => found.Id == mail.Id));
        if (failure is null)
        {
            return row.ExecuteUpdateAsync(set => set.SetProperty(found => found.SentAt, now).SetProperty(found => found.Body, "").SetProperty(found => found.Error, (string?)null), CancellationToken.None);
        }

        var (attempts, due) = (IsFinal(failure) ? MostAttempts : mail.Attempts + 1, now + WaitAfter(mail.Attempts + 1));
        var error = failure.Message.Length > LongestError ? failure.Message[..LongestError] : failure.Message;
        return row.ExecuteUpdateAsync(set => set.SetProperty(found => found.Attempts, attempts).SetProperty(found => found.DueAt, due).SetProperty(found => found.Error, error), cancel);
    }

    /// <summary>One minute, two, four, … and at most eight hours.</summary>
    internal static TimeSpan WaitAfter(int attempts) => TimeSpan.FromMinutes(Math.Min(1 << Math.Min(attempts - 1, 20), s_longestWait.TotalMinutes));

    // The server refused the mail itself, or it is no mail; it would do so again.
    private static bool IsFinal(Exception failure) => failure is MimeKit.ParseException or SmtpCommandException
    {
        ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted, StatusCode: >= (SmtpStatusCode)500,
    };
}
