using System.ComponentModel;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>A message as the caller may read it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Question">The code of the question that it is about; null for the whole response.</param>
/// <param name="Audience">Only the country's people, or the secretariat too.</param>
/// <param name="Text">What was said.</param>
/// <param name="At">When it was said.</param>
/// <param name="By">Who wrote it; countries read "The secretariat" for everybody of it.</param>
public sealed record MessageEntry(Guid Id, string? Question, Audience Audience, string Text, string By, DateTimeOffset At);

/// <summary>What is to be said.</summary>
/// <param name="Audience">Who reads it: only the country's people, or the secretariat too.</param>
/// <param name="Text">At most 4,000 characters.</param>
/// <param name="Question">The code of the question that it is about; null for the whole response.</param>
public sealed record NewMessage(Audience Audience, string Text, string? Question = null);

/// <summary>A country's conversation with the secretariat.</summary>
/// <param name="Response">The id of the response.</param>
/// <param name="Country">The country's ISO code of three letters.</param>
/// <param name="Edition">The id of the edition.</param>
/// <param name="Question">The code of the question that it is about; null for the whole response.</param>
/// <param name="LastAt">When the last message was written.</param>
/// <param name="IsWaiting">Whether the last word is the country's.</param>
/// <param name="Messages">Where its messages are read.</param>
public sealed record ConversationEntry(Guid Response, string Country, string Edition, string? Question, bool IsWaiting, DateTimeOffset LastAt, string Messages);

/// <summary><c>/api/v1/responses/{id}/messages</c> and the secretariat's <c>/api/v1/messages</c>.</summary>
internal static class MessageRoutes
{
    internal static void MapMessages(this IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/responses/{id:guid}/messages").WithTags("Messages");
        messages.MapGet("", ListAsync).Operation("listMessages", Scopes.ReadResponses, "The messages of a response that the caller may read, the newest first").Produces<Slice<MessageEntry>>();
        messages.MapPost("", SayAsync).Operation("sendMessage", Scopes.WriteResponses, "Write a message")
            .WithDescription("The same words of the same person again within ten minutes are not written twice.").Produces<MessageEntry>(StatusCodes.Status201Created).Refuses("message-length");
        api.MapGet("/messages", InboxAsync).WithTags("Messages").Operation("listConversations", Scopes.ReadResponses, "What countries ask the secretariat; those who wait come first")
            .Produces<Slice<ConversationEntry>>().Refuses("not-found");
    }

    private static async Task<IResult> ListAsync(
        Guid id, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel,
        [Description("Only messages about this question.")] string? question = null, [Description("Only messages to country or to secretariat.")] string? audience = null)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !opened.HasMessages())
        {
            return Results.NotFound();
        }

        var to = Conversation.AudienceOf(audience);
        var all = (await db.Messages.AsNoTracking().Where(message => message.ResponseId == id && (question == null || message.Question == question) && (to == null || message.Audience == to))
            .OrderByDescending(message => message.At).ThenBy(message => message.Id).ToListAsync(cancel)).Where(message => opened.Takes(message.Question, message.Audience)).ToList();
        var authors = await Authors.LoadAsync(db, all.Select(message => message.By), opened.Actor, visitor.Texts, cancel);
        var (slice, wrong) = Slices.Of(http, window, all.ConvertAll(message => Entry(message, authors)), entry => entry.Id.ToString());
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> SayAsync(Guid id, NewMessage body, GciDb db, EditionShelf shelf, Visitor visitor, Correspondence correspondence, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened
            || await correspondence.SayAsync(opened, body.Question, body.Audience, body.Text, cancel) is not { } said)
        {
            return Results.NotFound();
        }

        if (said.Refusal is { } refusal)
        {
            return ProblemAnswers.Refused(visitor.Texts, refusal);
        }

        var authors = await Authors.LoadAsync(db, [said.Value!.By], opened.Actor, visitor.Texts, cancel);
        return Results.Created($"{ApiGroup.Prefix}/responses/{id}/messages", Entry(said.Value, authors));
    }

    private static async Task<IResult> InboxAsync(
        GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel,
        [Description("Only this country, by its code of three letters.")] string? country = null, [Description("Only conversations that wait for an answer.")] bool waiting = false)
    {
        if (!visitor.Known.Role.IsSecretariat())
        {
            return Results.NotFound();
        }

        if (window.WhyNotNumber() is { } wrong)
        {
            return ProblemAnswers.Refused(visitor.Texts, wrong);
        }

        var (begin, number) = (window.AfterNumber ?? 0, window.AfterNumber ?? 0);
        var inbox = await Inbox.LoadAsync(db, shelf, visitor.Known, country, waiting, begin, window.Take, cancel);
        var numbers = inbox.Rows.ToDictionary(row => row.About, _ => ++number);
        return Results.Ok(Slices.Of(
            http, window,
            inbox.Rows.Select(row => new ConversationEntry(
                row.Last.ResponseId, row.Country, row.Edition, row.Last.Question, row.IsWaiting, row.Last.At,
                $"{ApiGroup.Prefix}/responses/{row.Last.ResponseId}/messages?audience=secretariat{(row.Last.Question is { } code ? $"&question={code}" : "")}")),
            entry => numbers[new(entry.Response, entry.Question, Audience.Secretariat)].ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static MessageEntry Entry(Message message, Authors authors) =>
        new(message.Id, message.Question, message.Audience, message.Text, authors.Of(message.By), message.At);
}
