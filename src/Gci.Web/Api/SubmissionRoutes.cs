using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Auditing;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Answering;
using Gci.Web.Api.Description;
using Gci.Web.Submitting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>How far a response is from submission.</summary>
/// <param name="Content">The hash of all answers and evidence as they are now; a certificate names it. Null for who may not certify.</param>
/// <param name="Blocking">How many findings block submission.</param>
/// <param name="Unanswered">How many questions that are asked have no answer.</param>
/// <param name="CanCertify">Whether the account that asks could certify now.</param>
/// <param name="SubmittedAt">When it was submitted; null before.</param>
/// <param name="Findings">What to look at; empty after submission.</param>
public sealed record CheckState(
    string? Content, int Blocking, int Unanswered, [property: JsonPropertyName("canCertify")] bool CanCertify, DateTimeOffset? SubmittedAt, ImmutableArray<FindingState> Findings);

/// <summary>Something to look at before submission.</summary>
/// <param name="Code">Such as <c>evidence-missing</c>.</param>
/// <param name="Question">The code of the question.</param>
/// <param name="Section">The code of the page that asks the question.</param>
/// <param name="IsBlocking">Whether it has to be settled before submission.</param>
/// <param name="Count">How many pieces of evidence are wanted, or how many suggestions or files it is about.</param>
public sealed record FindingState(string Code, string Question, string Section, [property: JsonPropertyName("blocking")] bool IsBlocking, int Count);

/// <summary>A certificate as programs send it.</summary>
/// <param name="Name">Who certifies.</param>
/// <param name="Office">The office that the person holds.</param>
/// <param name="IsDeclared">That the answers are true to the best of the person's knowledge.</param>
/// <param name="Unanswered">How many questions are left unanswered on purpose, as the check counts them.</param>
/// <param name="Content">The hash that the check gave; answers that changed since are not certified.</param>
public sealed record CertificateBody(
    string? Name = null, string? Office = null, [property: JsonPropertyName("declared")] bool IsDeclared = false, int Unanswered = 0, string? Content = null);

/// <summary>What was submitted.</summary>
/// <param name="SubmittedAt">When it was committed.</param>
/// <param name="Name">Who certified.</param>
/// <param name="Office">The office that the person holds.</param>
/// <param name="Content">The hash of all answers and evidence.</param>
/// <param name="ChainLength">How many entries the response's audit chain has.</param>
/// <param name="ChainHead">The hash of the last entry.</param>
/// <param name="Seal">The number of the first seal over it; null until the chains are sealed.</param>
/// <param name="SealHash">The hash of that seal.</param>
public sealed record SubmissionState(DateTimeOffset SubmittedAt, string Name, string Office, string Content, int ChainLength, string ChainHead, int? Seal, string? SealHash);

/// <summary><c>/api/v1/responses/{id}</c>: check, certification, and the documents.</summary>
internal static class SubmissionRoutes
{
    private const string Language = "ar, en, es, fr, ru or zh; the reader's own where it is left out.";

    internal static void MapSubmission(this IEndpointRouteBuilder api)
    {
        var response = api.MapGroup("/responses/{id:guid}").WithTags("Submission");
        response.MapGet("/check", CheckAsync).Operation("checkResponse", Scopes.ReadResponses, "What stands in the way of submission");
        response.MapPost("/certification", CertifyAsync).Operation("certifyResponse", Scopes.Submit, "Certify and submit a response")
            .WithDescription("Only the country's focal point may. What is certified is what the check showed: its hash is sent as content, and where anything changed since, nothing is submitted.")
            .Refuses(
                "already-submitted", "not-focal-point", "not-complete", "changed-since-shown", "certify-name", "certify-office", "certify-unanswered", "certify-declaration");
        response.MapGet("/questionnaire.pdf", QuestionnaireAsync).Operation("getQuestionnairePdf", Scopes.ReadResponses, "The questionnaire as PDF, with the answers or blank")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").Refuses("language-unknown", "pdf-unavailable");
        response.MapGet("/receipt.pdf", ReceiptAsync).Operation("getReceiptPdf", Scopes.ReadResponses, "The receipt of a submission as PDF")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").Refuses("language-unknown", "pdf-unavailable");
    }

    private static async Task<Results<Ok<CheckState>, NotFound>> CheckAsync(Guid id, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel)
    {
        if (await OpenedResponse.FindAsync(db, shelf, visitor.Known, id, cancel) is not { } opened || !opened.Pages().Any())
        {
            return TypedResults.NotFound();
        }

        var dossier = await Dossier.LoadAsync(db, opened.Sight, cancel);
        var findings = new AnswerList(opened, dossier, visitor.Language).Findings()
            .Select(found => new FindingState(found.Finding.Code, found.Line.Code, found.Line.Page, found.Finding.IsBlocking, found.Finding.Count)).ToImmutableArray();
        var blocking = findings.Count(finding => finding.IsBlocking);
        var maySubmit = opened is { IsLed: true, Response.WaitsForCertificate: true };
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

    private static Task<IResult> QuestionnaireAsync(
        Guid id, [Description(Language)] string? language, [Description("Whether the answers are left out.")] bool? blank, Papers papers, Press press, Visitor visitor, CancellationToken cancel) =>
        SentAsync(language, said => papers.QuestionnaireAsync(id, said, blank ?? false, cancel), press, visitor, cancel);

    private static Task<IResult> ReceiptAsync(Guid id, [Description(Language)] string? language, Papers papers, Press press, Visitor visitor, CancellationToken cancel) =>
        SentAsync(language, said => papers.ReceiptAsync(id, said, cancel), press, visitor, cancel);

    private static async Task<IResult> SentAsync(string? language, Func<string, Task<Paper?>> find, Press press, Visitor visitor, CancellationToken cancel) =>
        visitor.LanguageOf(language, out var refusal) is not { } said ? ProblemAnswers.Refused(visitor.Texts, refusal!)
        : await find(said) is not { } paper ? Results.NotFound()
        : await press.DrawAsync(paper.Report, cancel) is { } pdf ? Results.File(pdf, "application/pdf", paper.FileName)
        : ProblemAnswers.Refused(visitor.Texts, new("pdf-unavailable"));
}
