using System.Collections.Immutable;
using System.ComponentModel;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Drafting;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Web.Api.Description;
using Gci.Web.Drafting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>A question of a draft edition.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Question">As it is.</param>
/// <param name="Change">What became of it against the edition before; null for a new one.</param>
/// <param name="From">The codes that it came from.</param>
/// <param name="Untranslated">The languages in which a text of it is missing, or translated from other words.</param>
public sealed record DraftQuestionEntry(
    string Code, QuestionDraft Question, Gci.Editions.Migrations.MigrationKind? Change, IReadOnlyList<string> From, IReadOnlyList<string> Untranslated);

/// <summary>A question to be added; it is answered with yes, partial or no, or by the options.</summary>
/// <param name="At">The group at whose end, or the question after which it is to stand.</param>
/// <param name="Variable">What is measured, such as <c>illegal_access</c>.</param>
/// <param name="IsSeveral">Whether any number of the options may be chosen.</param>
/// <param name="IsScored">Whether the answer earns points.</param>
/// <param name="Question">All else.</param>
public sealed record AddedQuestion(string At, string Variable, QuestionDraft Question, bool IsSeveral = false, bool IsScored = true);

/// <summary>Where a question is to stand.</summary>
/// <param name="Before">The question or group of the same group before which it stands; null for the end.</param>
public sealed record NewPlace(string? Before);

/// <summary>What a question becomes.</summary>
/// <param name="Into">Two questions or more.</param>
/// <param name="Reason">Why; the migration map keeps it.</param>
public sealed record SplitBody(IReadOnlyList<NewQuestionDraft> Into, string Reason);

/// <summary>Which questions become one.</summary>
/// <param name="Codes">Two codes or more.</param>
/// <param name="Into">What they become.</param>
/// <param name="Reason">Why; the migration map keeps it.</param>
public sealed record MergeBody(IReadOnlyList<string> Codes, NewQuestionDraft Into, string Reason);

/// <summary>Translations of the texts of a question.</summary>
/// <param name="Texts">Those that are to change; an empty one takes the draft's own translation away.</param>
public sealed record TranslationsBody(IReadOnlyList<TranslationDraft> Texts);

/// <summary><c>/api/v1/editions/{edition}/draft/questions</c>: the steps of the builder.</summary>
internal static class DraftQuestionRoutes
{
    private static readonly string[] s_refusals = ["draft-step", "draft-problems", "draft-on-disk", "draft-run-begun", "draft-given-up", "draft-busy"];

    internal static void MapDraftQuestions(this IEndpointRouteBuilder api)
    {
        var draft = api.MapGroup("/editions/{edition}/draft").WithTags("Drafts");
        draft.MapGet("/questions/{code}", GetAsync).Operation("getDraftQuestion", Scopes.ReadEditions, "A question of a draft").Produces<DraftQuestionEntry>().Tagged("Changes with the question.");
        draft.MapPut("/questions/{code}", ChangeAsync).Operation("changeDraftQuestion", Scopes.RunEditions, "Change a question; what differs is written, and the migration map with it").Produces<DraftEntry>()
            .Refuses([.. s_refusals, "draft-question-changed"]);
        draft.MapDelete("/questions/{code}", RemoveAsync).Operation("removeDraftQuestion", Scopes.RunEditions, "Remove a question").Produces<DraftEntry>().Refuses(s_refusals);
        draft.MapPost("/questions", AddAsync).Operation("addDraftQuestion", Scopes.RunEditions, "Add a question; it gets the next code that was never used").Produces<DraftEntry>().Refuses(s_refusals);
        draft.MapPut("/questions/{code}/place", MoveAsync).Operation("moveDraftQuestion", Scopes.RunEditions, "Move a question within its group").Produces<DraftEntry>().Refuses(s_refusals);
        draft.MapPost("/questions/{code}/split", SplitAsync).Operation("splitDraftQuestion", Scopes.RunEditions, "Make several questions of one").Produces<DraftEntry>().Refuses(s_refusals);
        draft.MapPost("/merge", MergeAsync).Operation("mergeDraftQuestions", Scopes.RunEditions, "Make one question of several").Produces<DraftEntry>().Refuses(s_refusals);
        draft.MapPut("/questions/{code}/translations/{language}", TranslateAsync).Operation("translateDraftQuestion", Scopes.RunEditions, "Translate texts of a question").Produces<DraftEntry>()
            .Refuses([.. s_refusals, "draft-question-changed", "language-unknown"]);
    }

    private static async Task<IResult> GetAsync([AsParameters] DraftRequest request, [Description("The question's code.")] string code)
    {
        if (await request.FindAsync() is not { Shown: { } shown } || shown.QuestionOf(code) is not { } question)
        {
            return Results.NotFound();
        }

        var change = QuestionChange.Of(shown, question);
        request.Http.Response.Headers.ETag = $"\"{QuestionMark.Of(shown, code)}\"";
        return Results.Ok(new DraftQuestionEntry(code, Written(question), change.Kind, change.From, change.Untranslated));
    }

    private static Task<IResult> ChangeAsync(
        [AsParameters] DraftRequest request, [Description("The question's code.")] string code, QuestionDraft body,
        [FromHeader(Name = "If-Match"), Description(DraftRequest.SeenQuestion)] string? seen = null) =>
        TakeAsync(request, code, DraftSteps.Change(code, body.Whole(), seen?.Trim('"')));

    private static Task<IResult> RemoveAsync(
        [AsParameters] DraftRequest request, [Description("The question's code.")] string code, [Description("Why; the migration map keeps it.")] string? reason = null) =>
        TakeAsync(request, code, DraftSteps.Remove(code, reason));

    private static Task<IResult> AddAsync([AsParameters] DraftRequest request, AddedQuestion body)
    {
        var wanted = body.Question.Whole();
        AnswerType type = wanted.Options.IsEmpty ? ChoiceType.YesPartialNo : body.IsSeveral ? new TicksType(wanted.Options) : new ChoiceType(wanted.Options);
        var question = new NewQuestion(body.Variable, new(wanted.Title, wanted.Text, wanted.Help, wanted.Guide), type)
        {
            Evidence = wanted.Evidence,
            Class = wanted.Class,
            Relevant = wanted.Relevant,
            IsScored = body.IsScored,
        };
        return TakeAsync(request, null, DraftSteps.Add(body.At, question));
    }

    private static Task<IResult> MoveAsync([AsParameters] DraftRequest request, [Description("The question's code.")] string code, NewPlace body) =>
        TakeAsync(request, code, DraftSteps.Move(code, body.Before));

    private static Task<IResult> SplitAsync([AsParameters] DraftRequest request, [Description("The question's code.")] string code, SplitBody body) =>
        TakeAsync(request, code, DraftSteps.Split(code, body.Into, body.Reason));

    private static Task<IResult> MergeAsync([AsParameters] DraftRequest request, MergeBody body) =>
        TakeAsync(request, null, DraftSteps.Merge(body.Codes, body.Into, body.Reason));

    private static Task<IResult> TranslateAsync(
        [AsParameters] DraftRequest request, [Description("The question's code.")] string code, [Description("ar, es, fr, ru or zh.")] string language, TranslationsBody body,
        [FromHeader(Name = "If-Match"), Description(DraftRequest.SeenQuestion)] string? seen = null) =>
        Languages.IsKnown(language) && language != Languages.Source
            ? TakeAsync(request, code, DraftSteps.Translate(code, language, body.Texts, seen?.Trim('"')))
            : request.ChangeAsync(_ => Task.FromResult(DraftOutcome.Refused(new("language-unknown", ("languages", string.Join(", ", Languages.All.Where(known => known != Languages.Source)))))));

    private static async Task<IResult> TakeAsync(DraftRequest request, string? code, DraftStep step) =>
        code is not null && await request.FindAsync() is { Shown: { } shown } && shown.QuestionOf(code) is null
            ? Results.NotFound()
            : await request.ChangeAsync(_ => request.Desk.StepAsync(request.Visitor.Known, request.Edition, step, request.Cancel));

    private static QuestionDraft Written(Question question) => new(
        question.Title, question.Text, question.Help, question.Guide, question.Type is OptionsType { Options: var options } and not ChoiceType { IsYesPartialNo: true } ? options : [],
        question.Evidence, question.Class, question.Relevant?.ToText(), null);
}
