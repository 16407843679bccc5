using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;

namespace Gci.Web.Answering;

/// <summary>The messages that stand beside questions.</summary>
public static class Remarking
{
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
