using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Mailing;

namespace Gci.Web.Mail;

/// <summary>
/// Writes mails into the queue. A mail is added to the context of the change that it tells about and is committed with it. Its words are the
/// interface texts <c>mail.NAME.subject</c> and <c>mail.NAME.body</c> in the recipient's language.
/// </summary>
public sealed class Letters(GciDb db, EditionShelf shelf, ServiceOptions options, TimeProvider clock)
{
    /// <param name="values">What the texts name; <c>address</c> is there already: the service's public address, without a slash at its end.</param>
    public void Queue(string to, string language, string name, params (string Name, object? Value)[] values)
    {
        var (texts, now) = (shelf.In(language), Moment.Now(clock));
        (string, object?)[] all = [.. values, ("address", options.PublicAddress)];
        db.Mails.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            To = to,
            Language = language,
            Subject = texts.Say($"mail.{name}.subject", all),
            Body = texts.Say($"mail.{name}.body", all),
            CreatedAt = now,
            DueAt = now,
        });
    }

    public void Queue(Account to, string name, params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(to);
        Queue(to.Email!, to.Language, name, [.. values, ("name", to.Name)]);
    }
}
