using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Submitting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>How far a response is from submission.</summary>
/// <param name="Content">The hash of all answers and evidence as they are now; a certificate names it. Null for who may not certify.</param>
/// <param name="Blocking">How many findings block submission.</param>
public sealed record CheckState(
    string? Content, int Blocking, int Unanswered, [property: JsonPropertyName("canCertify")] bool CanCertify, DateTimeOffset? SubmittedAt, ImmutableArray<FindingState> Findings);

/// <summary>Something to look at before submission.</summary>
/// <param name="Code">Such as <c>evidence-missing</c>.</param>
/// <param name="Section">The code of the page that asks the question.</param>
/// <param name="Count">How many pieces of evidence are wanted, or how many suggestions or files it is about.</param>
public sealed record FindingState(string Code, string Question, string Section, [property: JsonPropertyName("blocking")] bool IsBlocking, int Count);

/// <summary>A certificate as programs send it.</summary>
/// <param name="Content">The hash that the check gave; answers that changed since are not certified.</param>
public sealed record CertificateBody(string? Name, string? Office, [property: JsonPropertyName("declared")] bool IsDeclared, int Unanswered, string? Content);

/// <summary>What was submitted.</summary>
/// <param name="Seal">The number of the first seal over it; null until the chains are sealed.</param>
public sealed record SubmissionState(DateTimeOffset SubmittedAt, string Name, string Office, string Content, int ChainLength, string ChainHead, int? Seal, string? SealHash);

/// <summary><c>/api/v1/responses/{id}</c>: check, certification, and the documents.</summary>
internal static class SubmissionRoutes
{
    internal static void MapSubmission(this IEndpointRouteBuilder api)
    {
        var response = api.MapGroup("/responses/{id:guid}").WithTags("Submission");
        response.MapGet("check", CheckAsync).Operation("checkResponse", Scopes.ReadResponses, "What stands in the way of submission");
        response.MapPost("certification", CertifyAsync).Operation("certifyResponse", Scopes.Submit, "Certify and submit a response");
        response.MapGet("questionnaire.pdf", QuestionnaireAsync).Operation("getQuestionnairePdf", Scopes.ReadResponses, "The questionnaire as PDF, with the answers or blank");
        response.MapGet("receipt.pdf", ReceiptAsync).Operation("getReceiptPdf", Scopes.ReadResponses, "The receipt of a submission as PDF");
    }

    private static async Task<Results<Ok<CheckState>, NotFound>> CheckAsync(Guid id, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !opened.Pages().Any())
        {
            return TypedResults.NotFound();
        }

        var dossier = await Dossier.LoadAsync(db, id, cancel);
        var findings = new AnswerList(opened, dossier, visitor.Language).Findings()
            .Select(found => new FindingState(found.Finding.Code, found.Line.Code, found.Line.Page, found.Finding.IsBlocking, found.Finding.Count)).ToImmutableArray();
        var blocking = findings.Count(finding => finding.IsBlocking);
        var maySubmit = opened is { IsLed: true, Response: { IsOpen: true, Kind: ResponseKind.National } };
        return TypedResults.Ok(new CheckState(
            maySubmit ? dossier.Content() : null, blocking, findings.Count(finding => finding.Code == "unanswered"), maySubmit && blocking == 0, opened.Response.SubmittedAt,
            opened.Response.IsOpen ? findings : []));
    }

    private static async Task<Results<Ok<SubmissionState>, NotFound, ProblemHttpResult>> CertifyAsync(
        Guid id, CertificateBody body, GciDb db, EditionShelf shelf, Visitor visitor, Submission submission, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened)
        {
            return TypedResults.NotFound();
        }

        var certificate = new Certificate(body.Name, body.Office, body.IsDeclared, body.Unanswered, body.Content);
        if (await submission.CertifyAsync(opened, certificate, cancel) is { } refusal)
        {
            return (ProblemHttpResult)ProblemAnswers.Refused(visitor.Texts, refusal);
        }

        var (response, record) = ((await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel))!.Response, (await SubmissionRecord.FindAsync(db, id, cancel))!);
        return TypedResults.Ok(new SubmissionState(
            record.Link.At, response.CertifiedName!, response.CertifiedOffice!, response.CertifiedHash!, record.Link.Sequence, record.Link.Hash, record.Seal?.Number, record.Seal?.Hash));
    }

    private static Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> QuestionnaireAsync(
        Guid id, string? language, bool? blank, Papers papers, Press press, Visitor visitor, CancellationToken cancel) =>
        SentAsync(language, () => papers.QuestionnaireAsync(id, language, blank ?? false, cancel), press, visitor, cancel);

    private static Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> ReceiptAsync(
        Guid id, string? language, Papers papers, Press press, Visitor visitor, CancellationToken cancel) =>
        SentAsync(language, () => papers.ReceiptAsync(id, language, cancel), press, visitor, cancel);

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> SentAsync(
        string? language, Func<Task<Paper?>> find, Press press, Visitor visitor, CancellationToken cancel)
    {
        if (language is not null && !Languages.IsKnown(language))
        {
            return Problem(StatusCodes.Status400BadRequest, new("pdf-language", ("languages", string.Join(", ", Languages.All))), visitor);
        }

        return await find() is not { } paper ? TypedResults.NotFound()
            : await press.DrawAsync(paper.Report, cancel) is { } pdf ? TypedResults.File(pdf, "application/pdf", paper.FileName)
            : Problem(StatusCodes.Status503ServiceUnavailable, new("pdf-unavailable"), visitor);
    }

    private static ProblemHttpResult Problem(int status, Refusal refusal, Visitor visitor) => TypedResults.Problem(
        visitor.Texts.Of(refusal), statusCode: status, type: $"/problems/{refusal.Code}", extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });
}
