using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Answering;

/// <summary>Remarks on questions are written here, whether a page or a program asks for it.</summary>
public static class Remarking
{
    /// <summary>Adds a remark. The last one of the same person in the same words is not written twice, so that a form may be sent again.</summary>
    public static Task<Outcome<Message>?> SayAsync(
        this GciDb db, OpenedResponse opened, string question, Audience audience, string? text, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var last = await db.Messages.AsNoTracking().Where(message => message.ResponseId == response.Id && message.Question == question)
                    .OrderByDescending(message => message.At).ThenByDescending(message => message.Id).FirstOrDefaultAsync(stop);
                if (last is not null && last.By == opened.Actor.Id && last.Audience == audience && last.Text == text?.ReplaceLineEndings("\n").Trim())
                {
                    return Outcome<Message>.Done(last);
                }

                return response.Say(opened.Actor, question, audience, text ?? "", Moment.Now(clock)) is { } refusal
                    ? Outcome<Message>.Not(refusal)
                    : Outcome<Message>.Done(response.LastSaid());
            },
            cancel);
    }

    /// <summary>The remarks that somebody reads: the country's people all of them, the secretariat those that were sent to it.</summary>
    public static IQueryable<Message> Remarks(this GciDb db, OpenedResponse opened)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(opened);
        var inside = opened.Actor.Role.IsRespondent();
        return db.Messages.Where(message => message.ResponseId == opened.Response.Id && (inside || message.Audience == Audience.Secretariat));
    }

    /// <summary>Whether there is anybody to talk to: a self-assessment has its owner only.</summary>
    public static bool HasRemarks(this OpenedResponse opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return opened.Response.Kind == ResponseKind.National;
    }
}
