using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Answering;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Messages;

/// <summary>The conversations of a response that a person may read.</summary>
public static class Conversations
{
    /// <summary>Whether the response has messages for the person at all: staff reads those to the secretariat, a contributor needs a section.</summary>
    public static bool HasMessages(this OpenedResponse opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return opened.Response.Kind == ResponseKind.National && (opened.Actor.Role.IsSecretariat() || opened.IsLed || opened.Pages().Any());
    }

    /// <summary>Whether the person reads and writes messages on the matter.</summary>
    public static bool Takes(this OpenedResponse opened, string? question, Audience audience) => opened.HasMessages()
        && (question is null || opened.Edition.QuestionOf(question) is not null)
        && (opened.Actor.Role.IsSecretariat()
            ? audience == Audience.Secretariat && opened.Sight.ReadsAbout(question)
            : question is null || opened.RightOf(QuestionPage.Holding(opened.Edition.Questionnaire!, question)) >= Right.View);

    /// <summary>All of them, those with the newest message first.</summary>
    public static async Task<IReadOnlyList<ConversationState>> ConversationsAsync(this GciDb db, OpenedResponse opened, InterfaceTexts texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        if (!opened.HasMessages())
        {
            return [];
        }

        var id = opened.Response.Id;
        var counts = await db.Messages.Where(message => message.ResponseId == id).GroupBy(message => new { message.Question, message.Audience })
            .Select(group => new { group.Key.Question, group.Key.Audience, Count = group.Count() }).ToListAsync(cancel);
        var last = (await db.LastMessages().Where(message => message.ResponseId == id).ToListAsync(cancel))
            .Where(message => opened.Takes(message.Question, message.Audience))
            .DistinctBy(message => (message.Question, message.Audience)).OrderByDescending(message => message.At).ToArray();
        var authors = await Authors.LoadAsync(db, last.Select(message => message.By), opened.Actor, texts, cancel);
        return
        [
            .. last.Select(message => new ConversationState(
                new(id, message.Question, message.Audience), message,
                counts.First(count => count.Question == message.Question && count.Audience == message.Audience).Count,
                authors.Of(message.By), authors.IsFrom(message.By, opened.Response.Country))),
        ];
    }

    /// <summary>The messages of one conversation.</summary>
    public static IQueryable<Message> In(this IQueryable<Message> messages, Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return messages.Where(message => message.ResponseId == conversation.Response && message.Question == conversation.Question && message.Audience == conversation.Audience);
    }

    /// <summary>The last message of every conversation of all responses.</summary>
    internal static IQueryable<Message> LastMessages(this GciDb db) => db.Messages.AsNoTracking().Where(message => !db.Messages.Any(later =>
        later.ResponseId == message.ResponseId && later.Question == message.Question && later.Audience == message.Audience && later.At > message.At));
}
