using Gci.Data.Mailing;

namespace Gci.Web.Mail;

/// <summary>The mails that were tried and did not go out; those that are given up, and those that will be tried again.</summary>
internal static class FailedMails
{
    internal static IQueryable<QueuedMail> Failed(this IQueryable<QueuedMail> mails) => mails.Where(mail => mail.SentAt == null && mail.Error != null);
}
