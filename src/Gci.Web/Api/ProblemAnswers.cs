using Gci.Data;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Api;

/// <summary>Errors as <c>application/problem+json</c>, each with a stable code.</summary>
internal static class ProblemAnswers
{
    internal static IResult BadRequest(string code, string sentence) => Of(StatusCodes.Status400BadRequest, code, sentence);

    internal static IResult Refused(Refusal refusal) => Of(StatusCodes.Status423Locked, refusal.Code, refusal.Sentence);

    /// <summary>Somebody else changed the answer; theirs is given whole.</summary>
    internal static IResult Conflict(AnswerState theirs) => Of(
        StatusCodes.Status409Conflict, "changed-meanwhile", "Somebody else changed this answer meanwhile.", new() { ["theirs"] = theirs });

    private static IResult Of(int status, string code, string sentence, Dictionary<string, object?>? more = null) =>
        Results.Problem(detail: sentence, statusCode: status, type: $"/problems/{code}", extensions: new Dictionary<string, object?>(more ?? []) { ["code"] = code });
}
