using System.ComponentModel;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Consultation;
using Gci.Data.Responses;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Gci.Web.Consulting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>What somebody said in a consultation.</summary>
/// <param name="Code">The code of the question that it is about; null for the whole or a new question.</param>
/// <param name="Kind">A comment, another wording, or a new question.</param>
/// <param name="Text">What is meant, and why.</param>
/// <param name="Proposed">The wording that is proposed; null for a comment.</param>
/// <param name="By">The country, or what the author is.</param>
/// <param name="At">When it was said.</param>
/// <param name="Outcome">What the secretariat made of it.</param>
/// <param name="Answer">Why; null as long as it is open.</param>
/// <param name="AnsweredAt">When the secretariat answered; null as long as it is open.</param>
/// <param name="Id">Names it.</param>
public sealed record ContributionEntry(
    Guid Id, string? Code, ConsultationKind Kind, string Text, string? Proposed, string By, DateTimeOffset At, ConsultationOutcome Outcome, string? Answer, DateTimeOffset? AnsweredAt);

/// <summary>What is to be said.</summary>
/// <param name="Kind">A comment, another wording, or a new question.</param>
/// <param name="Text">At most 4,000 characters.</param>
/// <param name="Code">The code of a question; null for the whole or a new question.</param>
/// <param name="Proposed">The wording that is proposed; only for another wording and a new question.</param>
public sealed record NewContribution(ConsultationKind Kind, string Text, string? Code = null, string? Proposed = null);

/// <summary>What the secretariat makes of a contribution.</summary>
/// <param name="Outcome">Taken over, partly, or not.</param>
/// <param name="Answer">Why, in at most 4,000 characters.</param>
public sealed record ContributionAnswer(ConsultationOutcome Outcome, string Answer);

/// <summary><c>/api/v1/editions/{edition}/consultation</c>.</summary>
internal static class ConsultationRoutes
{
    internal static void MapConsultation(this IEndpointRouteBuilder api)
    {
        var consultation = api.MapGroup("/editions/{edition}/consultation").WithTags("Consultation");
        consultation.MapGet("", ListAsync).Operation("listContributions", Scopes.Consult, "What was said about a draft edition, the oldest first").Produces<Slice<ContributionEntry>>().Refuses("not-found");
        consultation.MapPost("", SayAsync).Operation("addContribution", Scopes.Consult, "Say something about a draft edition").Produces<ContributionEntry>(StatusCodes.Status201Created)
            .Refuses("consultation-text", "consultation-proposal", "consultation-question", "consultation-closed", "not-found");
        consultation.MapPut("/{contribution:guid}/answer", AnswerAsync).Operation("answerContribution", Scopes.Consult, "Say what becomes of a contribution").Produces<ContributionEntry>()
            .Refuses("consultation-answer", "run-not-yours", "not-found");
        consultation.MapDelete("/{contribution:guid}", WithdrawAsync).Operation("withdrawContribution", Scopes.Consult, "Take one's own contribution back").Produces(StatusCodes.Status204NoContent)
            .Refuses("consultation-not-yours", "consultation-resolved", "not-found");
    }

    private static async Task<IResult> ListAsync(
        string edition, GciDb db, EditionShelf shelf, Visitor visitor, HttpContext http, [AsParameters] Window window, CancellationToken cancel,
        [Description("Only contributions about this question.")] string? code = null)
    {
        if (!shelf.Has(edition) || !ConsultationItem.MayTakePart(visitor.Known))
        {
            return Results.NotFound();
        }

        var record = await ConsultationRecord.LoadAsync(db, shelf.Edition(edition), visitor.Known, visitor.Texts, cancel);
        var entries = record.Contributions.Where(contribution => code is null || contribution.Item.Code == code).Select(Entry).ToList();
        var (slice, wrong) = Slices.Of(http, window, entries, entry => entry.Id.ToString());
        return slice is null ? ProblemAnswers.Refused(visitor.Texts, wrong!) : Results.Ok(slice);
    }

    private static async Task<IResult> SayAsync(
        string edition, NewContribution body, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel)
    {
        if (!shelf.Has(edition) || !ConsultationItem.MayTakePart(visitor.Known) || (body.Code is not null && shelf.Edition(edition).QuestionOf(body.Code) is null))
        {
            return Results.NotFound();
        }

        var said = await db.SayAsync(visitor.Known, edition, body.Code, body.Kind, body.Text, body.Proposed, clock, cancel);
        return said.Refusal is { } refusal
            ? ProblemAnswers.Refused(visitor.Texts, refusal)
            : Results.Created($"{ApiGroup.Prefix}/editions/{edition}/consultation", await EntryAsync(edition, said.Value!.Id, db, shelf, visitor, cancel));
    }

    private static async Task<IResult> AnswerAsync(
        string edition, Guid contribution, ContributionAnswer body, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel) =>
        !shelf.Has(edition) || !ConsultationItem.MayTakePart(visitor.Known)
            || await db.ChangeAsync(edition, contribution, item => item.Resolve(visitor.Known, body.Outcome, body.Answer, Moment.Now(clock)), cancel) is not { } changed ? Results.NotFound()
        : changed.Refusal is { } refusal ? ProblemAnswers.Refused(visitor.Texts, refusal)
        : Results.Ok(await EntryAsync(edition, contribution, db, shelf, visitor, cancel));

    private static async Task<IResult> WithdrawAsync(string edition, Guid contribution, GciDb db, EditionShelf shelf, Visitor visitor, TimeProvider clock, CancellationToken cancel) =>
        !shelf.Has(edition) || !ConsultationItem.MayTakePart(visitor.Known)
            || await db.ChangeAsync(edition, contribution, item => item.Withdraw(visitor.Known, Moment.Now(clock)), cancel) is not { } changed ? Results.NotFound()
        : changed.Refusal is { } refusal ? ProblemAnswers.Refused(visitor.Texts, refusal)
        : Results.NoContent();

    private static async Task<ContributionEntry> EntryAsync(string edition, Guid id, GciDb db, EditionShelf shelf, Visitor visitor, CancellationToken cancel) =>
        Entry((await ConsultationRecord.LoadAsync(db, shelf.Edition(edition), visitor.Known, visitor.Texts, cancel)).Contributions.First(contribution => contribution.Item.Id == id));

    private static ContributionEntry Entry(Contribution contribution)
    {
        var item = contribution.Item;
        return new(item.Id, item.Code, item.Kind, item.Text, item.Proposed, contribution.By, item.At, item.Outcome, item.Answer, item.ResolvedAt);
    }
}
