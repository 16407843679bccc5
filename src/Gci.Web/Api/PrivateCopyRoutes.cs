using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Api.Description;
using Gci.Web.Offline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>The end of a private copy: <c>/api/v1/responses/{id}/close</c>, <c>/reopen</c>, and <c>DELETE</c> of the response.</summary>
internal static class PrivateCopyRoutes
{
    private const string Whose = "Only for the owner of a private copy; a country's own response is answered 404.";

    internal static void MapPrivateCopies(this IEndpointRouteBuilder api)
    {
        var copy = api.MapGroup("/responses/{id:guid}").WithTags("Responses");
        copy.MapPost("/close", ([AsParameters] ResponseRequest request) => MovedAsync(request, (response, actor, now) => response.ClosePrivateCopy(actor, now)))
            .Operation("closePrivateCopy", Scopes.WriteResponses, "Close a private copy, so that it can only be read").WithDescription(Whose).Produces<ResponseEntry>();
        copy.MapPost("/reopen", ([AsParameters] ResponseRequest request) => MovedAsync(request, (response, actor, now) => response.ReopenPrivateCopy(actor, now)))
            .Operation("reopenPrivateCopy", Scopes.WriteResponses, "Reopen a private copy that was closed").WithDescription(Whose).Produces<ResponseEntry>();
        copy.MapDelete("", DeleteAsync).Operation("deletePrivateCopy", Scopes.WriteResponses, "Delete a private copy and all that it holds")
            .WithDescription($"{Whose} Answers, evidence and files are erased and cannot be brought back; the record that it was deleted stays.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> MovedAsync(ResponseRequest request, Func<Response, Actor, DateTimeOffset, Refusal?> move) =>
        Answer(request, await ChangedAsync(request, move), copy => Results.Ok(ResponseEntry.Of(copy)));

    private static async Task<IResult> DeleteAsync([AsParameters] ResponseRequest request) =>
        Answer(request, await ChangedAsync(request, (response, actor, now) => response.DeletePrivateCopy(actor, now)), _ => Results.NoContent());

    private static Task<Answering.Outcome<Response>?> ChangedAsync(ResponseRequest request, Func<Response, Actor, DateTimeOffset, Refusal?> change)
    {
        var actor = request.Visitor.Known;
        return request.Db.ChangeCopyAsync(request.Shelf, actor, request.Id, copy => change(copy, actor, Moment.Now(request.Clock)), request.Cancel);
    }

    private static IResult Answer(ResponseRequest request, Answering.Outcome<Response>? outcome, Func<Response, IResult> done) =>
        outcome is null ? Results.NotFound() : outcome.Refusal is { } refusal ? request.Refused(refusal) : done(outcome.Value!);
}
