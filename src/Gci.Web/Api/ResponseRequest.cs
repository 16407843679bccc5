using System.Globalization;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gci.Web.Api;

/// <summary>A request about a response, with what every such route needs.</summary>
internal readonly record struct ResponseRequest(
    [FromRoute] Guid Id, GciDb Db, EditionShelf Shelf, Visitor Visitor, TimeProvider Clock, HttpContext Http, CancellationToken Cancel)
{
    /// <summary>Null where the response does not exist for the person.</summary>
    internal Task<OpenedResponse?> FindAsync() => OpenedResponse.FindAsync(Db, Shelf, Visitor.Known, Id, Cancel);

    /// <summary>The question with what the person may do about it; null where it does not exist for the person.</summary>
    internal async Task<OpenedQuestion?> FindAsync(string question) =>
        await FindAsync() is { } opened && opened.Edition.QuestionOf(question) is { } found
        && opened.RightOf(QuestionPage.Holding(opened.Edition.Questionnaire!, question)) is not Right.None and var right
            ? new(opened, found, right)
            : null;

    internal IResult Refused(Refusal refusal) => ProblemAnswers.Refused(Visitor.Texts, refusal);

    internal const string SeenRevision = "The revision that was seen, such as \"3\"; \"0\" where there was no answer.";

    /// <summary>The revision that <c>If-Match</c> names; null where it names none.</summary>
    internal static int? Revision(string? tag) =>
        int.TryParse(tag?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    /// <summary>The answer as it is, or 304 where the program has it already.</summary>
    internal IResult Tagged(int revision, object answer)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");
        Http.Response.Headers.ETag = tag;
        return Http.Request.Headers.IfNoneMatch.Contains(tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(answer);
    }
}

/// <summary>A question of a response as somebody may see it.</summary>
internal sealed record OpenedQuestion(OpenedResponse Opened, Question Question, Right Right)
{
    internal string Code => Question.Code;

    /// <summary>Why the person cannot change the answer or its evidence.</summary>
    internal Refusal? WhyNotEdit => Right < Right.Edit ? new("not-editor") : null;

    /// <summary>Why the person cannot put anything beside the answer.</summary>
    internal Refusal? WhyNotSuggest => Right < Right.Suggest ? new("not-suggester") : null;
}
