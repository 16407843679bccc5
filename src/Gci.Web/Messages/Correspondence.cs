using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Web.Answering;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Messages;

/// <summary>Writes messages, and queues the mails about them in the same transaction. No mail holds what was written, only where to read it.</summary>
public sealed class Correspondence(GciDb db, EditionShelf shelf, Letters letters, ServiceOptions options, TimeProvider clock)
{
    private static readonly TimeSpan s_betweenMails = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_sameAgain = TimeSpan.FromMinutes(10);

    /// <summary>Writes a message. The same words of the same person again within ten minutes are a form that was sent twice.</summary>
    /// <returns>Null where the response or the matter is not there for the person.</returns>
    public async Task<Outcome<Message>?> SayAsync(OpenedResponse opened, string? question, Audience audience, string? text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return !opened.Takes(question, audience) ? null : await db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var (about, now) = (new Conversation(response.Id, question, audience), Moment.Now(clock));
                var last = await db.Messages.AsNoTracking().In(about).OrderByDescending(message => message.At).FirstOrDefaultAsync(stop);
                if (last is not null && last.By == opened.Actor.Id && last.Text == text?.ReplaceLineEndings("\n").Trim() && now - last.At < s_sameAgain)
                {
                    return Outcome<Message>.Done(last);
                }

                // No two messages of a conversation have the same time, so that one of them is the last.
                if (response.Say(opened.Actor, question, audience, text ?? "", last is not null && last.At >= now ? last.At.AddMilliseconds(1) : now) is { } refusal)
                {
                    return Outcome<Message>.Not(refusal);
                }

                await TellAsync(opened, about, now, stop);
                return Outcome<Message>.Done(response.LastSaid());
            },
            cancel);
    }

    private Task TellAsync(OpenedResponse opened, Conversation about, DateTimeOffset now, CancellationToken cancel) =>
        about.Audience == Audience.Country ? Task.CompletedTask
        : opened.Actor.Role.IsRespondent() ? TellSecretariatAsync(opened, now, cancel)
        : TellCountryAsync(opened, about, cancel);

    // One mail an hour for each response; the page shows all that came since.
    private async Task TellSecretariatAsync(OpenedResponse opened, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - s_betweenMails;
        foreach (var administrator in await db.Users.AsNoTracking().Where(user => user.Role == Role.Administrator && user.ClosedAt == null).ToListAsync(cancel))
        {
            var values = About(opened, administrator.Language, $"/responses/{opened.Response.Id}/messages");
            var subject = shelf.In(administrator.Language).Say("mail.question-to-secretariat.subject", values);
            if (!await db.Mails.AnyAsync(mail => mail.To == administrator.Email && mail.Subject == subject && mail.CreatedAt > since, cancel))
            {
                letters.Queue(administrator, "question-to-secretariat", values);
            }
        }
    }

    private async Task TellCountryAsync(OpenedResponse opened, Conversation about, CancellationToken cancel)
    {
        var (id, country) = (opened.Response.Id, opened.Response.Country);
        var readers = await db.Users.AsNoTracking()
            .Where(user => user.Country == country && user.ClosedAt == null && (user.Role == Role.FocalPoint || (user.Role == Role.Contributor
                && db.Grants.Any(grant => grant.ResponseId == id && grant.AccountId == user.Id)
                && db.Messages.Any(message => message.ResponseId == id && message.By == user.Id && message.Question == about.Question && message.Audience == about.Audience))))
            .ToListAsync(cancel);
        foreach (var reader in readers)
        {
            letters.Queue(reader, "reply-from-secretariat", About(opened, reader.Language, about.Path));
        }
    }

    private (string, object?)[] About(OpenedResponse opened, string language, string path) =>
    [
        ("country", opened.Edition.Countries[opened.Response.Country].NameIn(language)),
        ("edition", opened.Edition.Title),
        ("link", $"{options.PublicAddress}{path}"),
    ];
}
