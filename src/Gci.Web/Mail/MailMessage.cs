using Gci.Data.Mailing;
using MimeKit;

namespace Gci.Web.Mail;

/// <summary>A queued mail as it goes out: plain text, with headers that tell machines not to answer.</summary>
internal static class MailMessage
{
    /// <exception cref="ParseException">The address is none.</exception>
    internal static MimeMessage Of(QueuedMail mail, ServiceOptions options, TimeProvider clock)
    {
        var sender = MailboxAddress.Parse(options.Smtp?.Sender ?? $"no-reply@{new Uri(options.PublicAddress).Host}");
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id:N}@{sender.Domain}",
            Date = clock.GetUtcNow(),
            Subject = OneLine(mail.Subject),
            Body = new TextPart("plain") { Text = mail.Body },
        };
        message.From.Add(sender);
        message.To.Add(AddressOf(mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }

    // Exactly one address; a list or a line break in it would send the mail to strangers.
    private static MailboxAddress AddressOf(string text) => text.Any(char.IsControl) || !MailboxAddress.TryParse(text, out var address) || address.Address != text
        ? throw new ParseException($"\"{OneLine(text)}\" is not an e-mail address.", 0, 0)
        : address;

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
