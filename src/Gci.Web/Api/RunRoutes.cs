using System.ComponentModel;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Runs;
using Gci.Web.Accounts;
using Gci.Web.Api.Description;
using Gci.Web.Messages;
using Gci.Web.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gci.Web.Api;

/// <summary>The dates of a run.</summary>
/// <param name="ReturnDays">How many days a country has to look at what was returned or offered to it.</param>
/// <param name="ReminderDays">How many days before the end of answering countries that have not submitted are reminded.</param>
/// <param name="Opens">When countries begin to answer, for planning.</param>
/// <param name="AnswersDue">When answering ends by itself for countries without an extension.</param>
/// <param name="VerificationEnds">When reviewers are to be done, for planning.</param>
/// <param name="Publication">When results are to be out, for planning.</param>
public sealed record CalendarBody(
    int ReturnDays, IReadOnlyList<int> ReminderDays, DateTimeOffset? Opens = null, DateTimeOffset? AnswersDue = null, DateTimeOffset? VerificationEnds = null,
    DateTimeOffset? Publication = null)
{
    internal static CalendarBody Of(RunCalendar calendar) =>
        new(calendar.ReturnDays, calendar.ReminderDays, calendar.Opens, calendar.AnswersDue, calendar.VerificationEnds, calendar.Publication);

    internal RunCalendar Calendar() =>
        new(Opens?.ToUniversalTime(), AnswersDue?.ToUniversalTime(), VerificationEnds?.ToUniversalTime(), Publication?.ToUniversalTime(), ReturnDays, [.. ReminderDays.Distinct().OrderDescending()]);
}

/// <summary>How an edition is run.</summary>
/// <param name="Edition">The id of the edition.</param>
/// <param name="State">How far the run is.</param>
/// <param name="Calendar">Its dates.</param>
/// <param name="Steps">The steps that lead on from here.</param>
/// <param name="Proposed">The step that waits for a second person; null where none does.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="ChainLength">How many entries its chain has.</param>
/// <param name="ChainHead">The hash of the last entry.</param>
public sealed record RunEntryState(
    string Edition, RunState State, CalendarBody Calendar, IReadOnlyList<RunStep> Steps, RunStep? Proposed, DateTimeOffset? ProposedAt, int ChainLength, string ChainHead)
{
    internal static RunEntryState Of(EditionRun run) => new(
        run.Edition, run.State, CalendarBody.Of(run.Calendar), [.. StepWords.From(run.State)], run.Proposed, run.ProposedAt, run.ChainLength, run.ChainHead);
}

/// <summary>A step to take.</summary>
/// <param name="Step">One that a single person decides.</param>
public sealed record StepBody(RunStep Step);

/// <summary>What a reminder did.</summary>
/// <param name="People">How many people get a mail.</param>
public sealed record ReminderState(int People);

/// <summary>One thing that happened to a run.</summary>
/// <param name="Sequence">Its number in the chain.</param>
/// <param name="At">When it happened.</param>
/// <param name="Action">Such as <c>run.moved</c>.</param>
/// <param name="Sentence">The same in the caller's language.</param>
/// <param name="Hash">The hash of the entry.</param>
public sealed record RunHistoryEntry(int Sequence, DateTimeOffset At, string Action, string Sentence, string Hash);

/// <summary><c>/api/v1/editions/{edition}/run</c>, for the secretariat.</summary>
internal static class RunRoutes
{
    private const string Seen = "The number of entries that the chain had when you looked, such as \"3\"; left out, nobody minds what happened since.";

    internal static void MapRuns(this IEndpointRouteBuilder api)
    {
        var run = api.MapGroup("/editions/{edition}/run").WithTags("Running");
        run.MapGet("", GetAsync).Operation("getRun", Scopes.ReadEditions, "How an edition is run").Produces<RunEntryState>()
            .Tagged("The number of entries of the chain; If-Match takes it.").Refuses("not-run");
        run.MapPost("", BeginAsync).Operation("beginRun", Scopes.RunEditions, "Begin to run an edition").Produces<RunEntryState>(StatusCodes.Status201Created).Refuses("run-exists", "run-not-yours");
        run.MapPut("/calendar", ScheduleAsync).Operation("setCalendar", Scopes.RunEditions, "Set the dates of an edition").Produces<RunEntryState>()
            .Refuses("run-not-yours", "not-run", "run-archived", "run-dates-order", "run-return-days", "run-reminder-days", "run-changed-meanwhile");
        run.MapPost("/steps", TakeAsync).Operation("takeStep", Scopes.RunEditions, "Open, close or reopen answering, or archive an edition")
            .WithDescription("Freezing, publishing and correcting need two people and are routes of their own.").Produces<RunEntryState>()
            .Refuses("run-not-yours", "not-run", "run-not-now", "run-needs-two", "run-due-past", "run-changed-meanwhile");
        run.MapPost("/reminders", RemindAsync).Operation("remindCountries", Scopes.RunEditions, "Write to the focal points of countries that have not submitted").Produces<ReminderState>()
            .Refuses("run-not-yours", "not-run", "run-not-now", "run-nobody-to-remind", "run-changed-meanwhile");
        run.MapGet("/history", HistoryAsync).Operation("listRunHistory", Scopes.ReadEditions, "What happened to the run of an edition, the newest first").Produces<Slice<RunHistoryEntry>>();
    }

    private static async Task<IResult> GetAsync([AsParameters] RunRequest request)
    {
        var opened = await request.FindAsync();
        return opened is null ? Results.NotFound() : opened.Run is null ? request.Refused(new("not-run")) : request.Answer(opened.Run);
    }

    private static async Task<IResult> BeginAsync([AsParameters] RunRequest request)
    {
        if (await request.FindAsync() is not { } opened)
        {
            return Results.NotFound();
        }

        return await request.Changes.BeginAsync(opened.Actor, opened.Edition, request.Cancel) is { } refusal
            ? request.Refused(refusal)
            : Results.Created($"{ApiGroup.Prefix}/editions/{opened.Edition.Id}/run", RunEntryState.Of((await request.FindAsync())!.Run!));
    }

    private static Task<IResult> ScheduleAsync(
        [AsParameters] RunRequest request, CalendarBody body, [FromHeader(Name = "If-Match"), Description(Seen)] string? seen = null) =>
        request.ChangeAsync(opened => request.Changes.ScheduleAsync(opened.Actor, opened.Edition, body.Calendar(), ResponseRequest.Revision(seen), request.Cancel));

    private static Task<IResult> TakeAsync(
        [AsParameters] RunRequest request, StepBody body, [FromHeader(Name = "If-Match"), Description(Seen)] string? seen = null) =>
        request.ChangeAsync(opened => request.Changes.TakeAsync(opened.Actor, opened.Edition, body.Step, ResponseRequest.Revision(seen), request.Cancel));

    private static async Task<IResult> RemindAsync(
        [AsParameters] RunRequest request, [FromHeader(Name = "If-Match"), Description(Seen)] string? seen = null)
    {
        if (await request.FindAsync() is not { } opened)
        {
            return Results.NotFound();
        }

        var outcome = await request.Changes.RemindAsync(opened.Actor, opened.Edition, ResponseRequest.Revision(seen), request.Cancel);
        return outcome.Refusal is { } refusal ? request.Refused(refusal) : Results.Ok(new ReminderState(outcome.Count));
    }

    private static async Task<IResult> HistoryAsync([AsParameters] RunRequest request, [AsParameters] Window window)
    {
        if (await request.FindAsync() is not { } opened)
        {
            return Results.NotFound();
        }

        var rows = (await RunHistoryRow.LoadAsync(request.Db, opened, request.Visitor.Texts, request.Cancel))
            .Select(row => new RunHistoryEntry(row.Entry.Sequence, row.Entry.At, row.Entry.Action, row.Sentence, row.Entry.Hash)).ToList();
        var (slice, wrong) = Slices.Of(request.Http, window, rows, row => row.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return slice is null ? request.Refused(wrong!) : Results.Ok(slice);
    }
}
