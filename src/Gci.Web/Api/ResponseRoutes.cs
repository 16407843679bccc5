using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Api;

/// <summary>A response in a list.</summary>
/// <param name="Id">The id of the response.</param>
/// <param name="Edition">The id of the edition that it answers.</param>
/// <param name="Country">The ISO code of three letters.</param>
/// <param name="Kind">The country's own answers, or a private self-assessment.</param>
/// <param name="State">How far it is.</param>
/// <param name="SubmittedAt">Null as long as it is open.</param>
public sealed record ResponseEntry(Guid Id, string Edition, string Country, ResponseKind Kind, ResponseState State, DateTimeOffset? SubmittedAt)
{
    internal static ResponseEntry Of(Response response) =>
        new(response.Id, response.Edition, response.Country, response.Kind, response.State, response.SubmittedAt);
}

/// <summary>One section of a response.</summary>
/// <param name="Section">The code of the section.</param>
/// <param name="Pillar">The code of the pillar that it belongs to.</param>
/// <param name="Title">Its name in the caller's language.</param>
/// <param name="Right">What the caller may do with it.</param>
/// <param name="Asked">Questions that are asked, as the other answers stand.</param>
/// <param name="Answered">How many of them have an answer.</param>
/// <param name="ToConfirm">Answers from the previous edition that nobody confirmed yet.</param>
/// <param name="Suggestions">Suggestions that wait for a decision.</param>
/// <param name="EvidenceMissing">Answers that lack evidence.</param>
public sealed record SectionProgress(string Section, string Pillar, string Title, Right Right, int Asked, int Answered, int ToConfirm, int Suggestions, int EvidenceMissing);

/// <summary>A response with the sections that are open to the caller.</summary>
/// <param name="Response">The response itself.</param>
/// <param name="Leads">Whether the caller invites people and submits.</param>
/// <param name="Asked">How many questions are asked in these sections.</param>
/// <param name="Answered">How many of them have an answer.</param>
/// <param name="ToConfirm">How many have one from the previous edition that nobody confirmed yet.</param>
/// <param name="Sections">In the order in which they are asked.</param>
public sealed record ResponseDetail(ResponseEntry Response, bool Leads, int Asked, int Answered, int ToConfirm, IReadOnlyList<SectionProgress> Sections);

/// <summary>What is to be begun.</summary>
/// <param name="Edition">The id of the edition.</param>
/// <param name="Kind">The country's response, or a private self-assessment of the caller's own.</param>
public sealed record NewResponse(string Edition, ResponseKind Kind = ResponseKind.National);

/// <summary><c>/api/v1/responses</c>.</summary>
internal static class ResponseRoutes
{
    internal static void MapResponses(this IEndpointRouteBuilder api)
    {
        var responses = api.MapGroup("/responses").WithTags("Responses");
        responses.MapGet("", ListAsync).Operation("listResponses", Scopes.ReadResponses, "The responses that are open to the caller")
            .WithDescription("Respondents see their country's and their own self-assessments, the secretariat what was submitted; the newest first.").Produces<Slice<ResponseEntry>>();
        responses.MapPost("", OpenAsync).Operation("openResponse", Scopes.WriteResponses, "Begin a response")
            .Produces<ResponseEntry>(StatusCodes.Status201Created).Refuses("not-focal-point-to-begin", "not-respondent", "not-asked", "already-begun", "answering-not-open");
        responses.MapGet("/{id:guid}", GetAsync).Operation("getResponse", Scopes.ReadResponses, "A response with its progress and the caller's rights").Produces<ResponseDetail>();
    }

    private static async Task<IResult> ListAsync(GciDb db, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel)
    {
        var actor = visitor.Known;
        var all = await db.Responses.AsNoTracking()
            .Where(response => actor.Role.IsSecretariat()
                ? response.Kind == ResponseKind.National && response.SubmittedAt != null
                : response.Kind == ResponseKind.National ? response.Country == actor.Country : response.OwnerId == actor.Id)
            .OrderByDescending(response => response.CreatedAt).ThenBy(response => response.Country).ToListAsync(cancel);
        var (slice, wrong) = Slices.Of(http, window, all.ConvertAll(ResponseEntry.Of), entry => entry.Id.ToString());
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> OpenAsync(NewResponse body, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel)
    {
        if (!shelf.Has(body.Edition))
        {
            return ProblemAnswers.Refused(visitor.Texts, new("not-asked"));
        }

        var (response, refusal) = await db.OpenAsync(visitor.Known, shelf.Edition(body.Edition), body.Kind, clock, cancel);
        return response is null
            ? ProblemAnswers.Refused(visitor.Texts, refusal!)
            : Results.Created($"{ApiGroup.Prefix}/responses/{response.Id}", ResponseEntry.Of(response));
    }

    private static async Task<IResult> GetAsync(Guid id, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return Results.NotFound();
        }

        var (standing, wording) = (await Standing.LoadAsync(db, opened, cancel), opened.Edition.In(visitor.Language));
        var sections = standing.Pages.Select(row => new SectionProgress(
            row.Page.Code, row.Page.Pillar, wording.Title(row.Page.Item).Text, opened.RightOf(row.Page), row.Progress.Asked, row.Progress.Answered, row.Progress.ToConfirm,
            row.Suggestions, row.EvidenceMissing));
        return Results.Ok(new ResponseDetail(
            ResponseEntry.Of(opened.Response), opened.IsLed, standing.Total.Asked, standing.Total.Answered, standing.Total.ToConfirm, [.. sections]));
    }
}
