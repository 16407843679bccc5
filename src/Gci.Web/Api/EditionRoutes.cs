using System.ComponentModel;
using Gci.Editions;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Gci.Web.Api;

/// <summary><c>/api/v1/editions</c>: what is asked. The questionnaire of an edition that is not published yet needs a sign-in.</summary>
internal static class EditionRoutes
{
    internal static void MapEditions(this IEndpointRouteBuilder api)
    {
        var editions = api.MapGroup("/editions").WithTags("Editions");
        editions.MapGet("", List).PublicOperation("listEditions", "The editions that have a questionnaire").Produces<Slice<EditionEntry>>();
        editions.MapGet("/{edition}", Get).PublicOperation("getEdition", "One edition").Produces<EditionEntry>();
        editions.MapGet("/{edition}/questionnaire", Questionnaire).PublicOperation("getQuestionnaire", "The whole questionnaire in one language")
            .WithDescription("The questionnaire of an edition that is not published yet is answered to those who are signed in.")
            .Produces<QuestionnaireEntry>().Produces(StatusCodes.Status304NotModified).Tagged("Changes with the content; If-None-Match takes it.")
            .Refuses("language-unknown", "not-signed-in");
    }

    private static IResult List(EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window)
    {
        var entries = shelf.Editions.Select(EditionEntry.Of).ToList();
        var (slice, wrong) = Slices.Of(http, window, entries, entry => entry.Id);
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }

    private static IResult Get([Description("The edition's id, such as 2026.")] string edition, EditionShelf shelf) =>
        shelf.Has(edition) ? Results.Ok(EditionEntry.Of(shelf.Edition(edition))) : Results.NotFound();

    private static IResult Questionnaire(
        [Description("The edition's id, such as 2026.")] string edition, EditionShelf shelf, QuestionnaireCopies copies, Visitor visitor, HttpContext http,
        [Description("ar, en, es, fr, ru or zh; the reader's own where it is left out.")] string? language = null)
    {
        if (!shelf.Has(edition))
        {
            return Results.NotFound();
        }

        if (visitor.LanguageOf(language, out var refusal) is not { } spoken)
        {
            return ProblemAnswers.Refused(visitor.Texts, refusal!);
        }

        if (shelf.Edition(edition).Status != EditionStatus.Published && visitor.Actor is null)
        {
            return Results.Unauthorized();
        }

        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Remove("Pragma");
        var (body, tag) = copies.Of(shelf.Edition(edition), spoken);
        return Results.Bytes(body, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(tag));
    }
}
