using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>The class that an answer is to have.</summary>
/// <param name="Class">That of the question, or a stricter one.</param>
public sealed record ClassBody(Confidentiality Class);

/// <summary><c>/api/v1/responses/{id}/answers/{question}/class</c>.</summary>
internal static class ClassRoutes
{
    internal static void MapClasses(this IEndpointRouteBuilder api)
    {
        var classes = api.MapGroup("/responses/{id:guid}/answers/{question}/class").WithTags("Answers");
        classes.MapGet("", GetAsync).Operation("getAnswerClass", Scopes.ReadResponses, "Who reads the answer to a question").Produces<AnswerClass>();
        classes.MapPut("", PutAsync).Operation("saveAnswerClass", Scopes.WriteResponses, "Let fewer people read the answer to a question")
            .WithDescription("As strict as the question's own class or stricter; a private copy has no classes.").Produces<AnswerClass>()
            .Refuses("not-editor", "not-allowed", "class-lower", "already-submitted");
    }

    private static async Task<IResult> GetAsync([AsParameters] ResponseRequest request, string question) => await request.FindAsync(question) is not { } found
        ? Results.NotFound()
        : Results.Ok(new AnswerClass(question, found.Opened.Edition.ClassOf(question, await request.Db.RaisedAsync(request.Id, request.Cancel)), found.Question.Class));

    private static async Task<IResult> PutAsync([AsParameters] ResponseRequest request, string question, ClassBody body)
    {
        if (await request.FindAsync(question) is not { } found)
        {
            return Results.NotFound();
        }

        if (found.WhyNotEdit is { } refusal)
        {
            return request.Refused(refusal);
        }

        var outcome = (await request.Db.ClassifyAsync(found.Opened, found.Question, body.Class, request.Clock, request.Cancel))!;
        return outcome.Refusal is { } refused ? request.Refused(refused) : Results.Ok(outcome.Value);
    }
}
