using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Data.Reviews;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gci.Testing.Runs;

/// <summary>Runs an edition of its own through the rules: countries answer, reviewers judge, an analyst and an administrator decide.</summary>
public sealed class RunStage(Func<GciDb> open, Edition edition)
{
    public static Actor Analyst { get; } = new(Guid.Parse("0190a000-0000-7000-8000-0000000000a1"), "Priya", Role.Analyst, null);

    public static Actor Administrator { get; } = new(Guid.Parse("0190a000-0000-7000-8000-0000000000a2"), "Helen", Role.Administrator, null);

    public static Actor Reviewer { get; } = new(Guid.Parse("0190a000-0000-7000-8000-0000000000a3"), "Ingrid", Role.Reviewer, null);

    public Edition Edition => edition;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Actor Of(string country) => new(new Guid($"0190a000-0000-7000-8000-{Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(country)).PadLeft(12, '0')}"), country, Role.FocalPoint, country);

    private static DateTimeOffset Now => Moment.Now(TimeProvider.System);

    public async Task<RunStage> BeginAsync(params RunStep[] steps)
    {
        await using var db = open();
        db.Begin(EditionRun.Begin(Analyst, edition.Id, Now));
        await db.SaveChangesAsync(Cancel);
        foreach (var step in steps)
        {
            var outcome = await db.RunAsync(edition.Id, (run, _) => Task.FromResult(new StepOutcome(run.Take(Analyst, step, Now), null)), Cancel);
            Assert.Null(outcome!.Refusal);
        }

        return this;
    }

    public async Task<Guid> OpenAsync(string country)
    {
        await using var db = open();
        var response = Response.Open(Of(country), edition.Id, country, ResponseKind.National, Now);
        db.Begin(response);
        await db.SaveChangesAsync(Cancel);
        return response.Id;
    }

    /// <summary>Opens a country's response and saves its answers, each as <c>CODE value</c>.</summary>
    public async Task<Guid> AnswerAsync(string country, params string[] answers)
    {
        var id = await OpenAsync(country);
        foreach (var answer in answers)
        {
            await SaveAsync(id, Of(country), answer.Split(' ', 2));
        }

        return id;
    }

    public async Task SaveAsync(Guid id, Actor actor, string[] answer)
    {
        await using var db = open();
        var current = await db.CurrentAnswers(id).AsNoTracking().FirstOrDefaultAsync(found => found.Question == answer[0], Cancel);
        var save = new SaveAnswer(answer[0], new(answer[1], false, null, "No document can be shown."), current?.Revision ?? 0, Guid.NewGuid().ToString(), Provenance.Country);
        Assert.IsType<SaveOutcome.Saved>(await db.SaveAsync(id, actor, edition, save, TimeProvider.System, Cancel));
    }

    public Task SubmitAsync(Guid id) => ChangeAsync(id, async (db, response) =>
    {
        var dossier = await Dossier.LoadAsync(db, id, Cancel);
        var completeness = Completeness.Of(edition, response.Country, dossier);
        return response.Certify(Of(response.Country), new("Amina", "Director", true, completeness.Unanswered, dossier.Content()), dossier, completeness, Now);
    });

    /// <summary>Gives verdicts from the first seat, each as <c>CODE kind</c> or <c>CODE PartlyVerified proven</c>, and closes the review.</summary>
    public async Task ReviewAsync(Guid id, params string[] verdicts)
    {
        await ChangeAsync(id, (db, response) => Task.FromResult(edition.Questionnaire!.Sections
            .Select(section => response.Assign(Analyst, new() { Id = Reviewer.Id, Role = Role.Reviewer }, section.Pillar, ReviewSeat.First, [], Now)).FirstOrDefault(refusal => refusal is not null)));
        foreach (var words in verdicts.Select(verdict => verdict.Split(' ', 3)))
        {
            await JudgeAsync(id, words[0], new(Enum.Parse<VerdictKind>(words[1]), words.ElementAtOrDefault(2)));
        }

        await ChangeAsync(id, (db, response) => Task.FromResult(response.CloseReview(Analyst, [], 0, Now)));
    }

    public Task JudgeAsync(Guid id, string question, VerdictDraft draft) => ChangeAsync(id, async (db, response) =>
    {
        var assignments = await db.Assignments.AsNoTracking().Where(found => found.ResponseId == id && found.EndedAt == null).ToListAsync(Cancel);
        var current = await db.CurrentAnswers(id).AsNoTracking().FirstOrDefaultAsync(found => found.Question == question, Cancel);
        var last = await db.Verdicts.AsNoTracking().Where(found => found.ResponseId == id && found.Question == question).OrderByDescending(found => found.Revision).FirstOrDefaultAsync(Cancel);
        var pillar = edition.Questionnaire!.Sections.Single(section => new Questionnaire([section], []).Questions().Any(found => found.Code == question)).Pillar;
        return response.Judge(Reviewer, ReviewSeat.First, pillar, question, draft, current, last, last?.Revision ?? 0, assignments, Now);
    });

    /// <summary>Desk research on a country that did not reply, offered to it.</summary>
    public async Task<Guid> ResearchAsync(string country, params string[] answers)
    {
        var id = await OpenAsync(country);
        await ChangeAsync(id, (db, response) => Task.FromResult(response.MissDeadline(EditionRun.Service, Now) ? null : new Refusal("missed")));
        await ChangeAsync(id, (db, response) => Task.FromResult(response.BeginResearch(Reviewer, [], [], Now)));
        foreach (var answer in answers)
        {
            await SaveAsync(id, Reviewer, answer.Split(' ', 2));
        }

        await ChangeAsync(id, (db, response) => Task.FromResult(response.Offer(Reviewer, Now.AddDays(10), Now)));
        return id;
    }

    public async Task ChangeAsync(Guid id, Func<GciDb, Response, Task<Refusal?>> change)
    {
        await using var db = open();
        var outcome = await db.ResponseAsync(id, async (response, _) => new StepOutcome(await change(db, response), null), Cancel);
        Assert.Null(outcome!.Refusal?.Code);
    }

    /// <summary>One proposes and another confirms what is shown now; gives the snapshot that it makes.</summary>
    public async Task<Snapshot?> DecideAsync(RunStep step, string? note = null)
    {
        await using var db = open();
        var content = await db.ContentAsync(edition, step, Cancel);
        Assert.Null((await db.ProposeAsync(Analyst, edition, step, content.Hash, note, TimeProvider.System, Cancel)).Refusal?.Code);
        var outcome = await db.ConfirmAsync(Administrator, edition, step, content.Hash, TimeProvider.System, Cancel);
        Assert.Null(outcome!.Refusal?.Code);
        return outcome.Snapshot;
    }
}
