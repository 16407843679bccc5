using System.Text.Json.Serialization;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>A remark that somebody wants to make.</summary>
/// <param name="Text">At most 4,000 characters.</param>
/// <param name="ToSecretariat">Whether the secretariat reads it too, as a question to it; otherwise only the country's people do.</param>
public sealed record RemarkBody(string? Text = null, [property: JsonPropertyName("toSecretariat")] bool ToSecretariat = false);

/// <summary>A remark on a question.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Question">The code of the question.</param>
/// <param name="Text">What was said.</param>
/// <param name="ToSecretariat">Whether the secretariat reads it too.</param>
/// <param name="By">The name of who said it.</param>
/// <param name="At">When it was said.</param>
public sealed record RemarkState(Guid Id, string Question, string Text, [property: JsonPropertyName("toSecretariat")] bool ToSecretariat, string? By, DateTimeOffset At)
{
    internal static RemarkState Of(Message message, Authors authors) => new(
        message.Id, message.Question!, message.Text, message.Audience == Audience.Secretariat, authors.Of(message.By), message.At);
}

/// <summary><c>/api/v1/responses/{id}/answers/{question}/messages</c>.</summary>
internal static class RemarkRoutes
{
    internal static void MapRemarks(this IEndpointRouteBuilder api)
    {
        var remarks = api.MapGroup("/responses/{id:guid}/answers/{question}/messages").WithTags("Messages");
        remarks.MapGet("", ListAsync).Operation("listRemarks", Scopes.ReadResponses, "The remarks on a question, the newest last").Produces<Slice<RemarkState>>().Refuses("page-limit", "page-after");
        remarks.MapPost("", PostAsync).Operation("addRemark", Scopes.WriteResponses, "Remark on a question").Produces<RemarkState>(StatusCodes.Status201Created).Refuses("message-length", "not-allowed");
    }

    private static async Task<IResult> ListAsync([AsParameters] ResponseRequest request, string question, [AsParameters] Window window)
    {
        if (await request.FindAsync(question) is not { } found || !found.Opened.HasRemarks() || !found.Opened.Sight.Reads(question))
        {
            return Results.NotFound();
        }

        var remarks = await request.Db.Remarks(found.Opened).AsNoTracking().Where(message => message.Question == question)
            .OrderBy(message => message.At).ThenBy(message => message.Id).ToListAsync(request.Cancel);
        var authors = await Authors.LoadAsync(request.Db, remarks.Select(message => message.By), found.Opened.Actor, request.Visitor.Texts, request.Cancel);
        var (slice, wrong) = Slices.Of(request.Http, window, remarks.ConvertAll(message => RemarkState.Of(message, authors)), state => state.Id.ToString());
        return slice is null ? request.Refused(wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> PostAsync([AsParameters] ResponseRequest request, string question, RemarkBody body, Correspondence correspondence)
    {
        if (await request.FindAsync(question) is not { } found || !found.Opened.HasRemarks())
        {
            return Results.NotFound();
        }

        // Staff answers where it finds the questions of all countries, and only what was sent to it.
        if (!found.Opened.Actor.Role.IsRespondent())
        {
            return request.Refused(new("not-allowed"));
        }

        var audience = body.ToSecretariat ? Audience.Secretariat : Audience.Country;
        var outcome = await correspondence.SayAsync(found.Opened, question, audience, body.Text, request.Cancel);
        return outcome is { Value: { } said }
            ? Results.Created(request.Http.Request.Path.ToString(), RemarkState.Of(said, await Authors.LoadAsync(request.Db, [said.By], found.Opened.Actor, request.Visitor.Texts, request.Cancel)))
            : request.Refused(outcome!.Refusal!);
    }
}
