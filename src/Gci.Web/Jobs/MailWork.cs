using Gci.Data;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Jobs;

/// <summary>Sends the mails that are due.</summary>
internal sealed class MailWork(WorkLog log, MailDelivery delivery, GciDb db) : Work(log)
{
    internal override string Name => "mails";

    protected override string Remedy => "Mails wait in the queue: see that the mail server, or the folder for mails, can be reached.";

    internal override async Task RunAsync(CancellationToken cancel)
    {
        await delivery.SendDueAsync(cancel);

        // The delivery notes beside a mail why it waits; somebody should hear of it.
        if (await db.Mails.Where(mail => mail.SentAt == null && mail.Error != null && mail.Attempts < MailDelivery.MostAttempts)
            .OrderBy(mail => mail.Id).Select(mail => mail.Error).FirstOrDefaultAsync(cancel) is { } error)
        {
            throw new IOException(error);
        }
    }
}
