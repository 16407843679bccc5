using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Runs;
using Gci.Editions.Translations;
using Gci.Web.Running;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Freezing;

/// <summary>The step that two persons take next, as somebody sees it who may take part.</summary>
/// <param name="Step">Null where the state of the run leads to none.</param>
/// <param name="Content">What is decided on; null where no step is.</param>
/// <param name="ProposedBy">The name of who proposed it; null where nobody did.</param>
public sealed record StepView(OpenedRun Opened, RunStep? Step, StepContent? Content, string? ProposedBy)
{
    public EditionRun Run => Opened.Run!;

    /// <summary>Whether the answers are others than when the step was proposed.</summary>
    public bool IsOutdated => Run.Proposed is not null && Run.ProposedContent != Content?.Hash;

    /// <summary>Whether the reader proposed it, and somebody else must confirm.</summary>
    public bool IsOwn => Run.ProposedBy == Opened.Actor.Id;

    public bool MayPropose => Content is { Refusal: null } && (Run.Proposed is null || IsOutdated);

    public bool MayConfirm => Content is { Refusal: null } && Run.Proposed is not null && !IsOutdated && !IsOwn;

    /// <summary>Null where there is no such run, and for everybody who may not run editions.</summary>
    public static async Task<StepView?> LoadAsync(GciDb db, EditionShelf shelf, Actor actor, string edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await OpenedRun.FindAsync(db, shelf, actor, edition, cancel) is not { IsRunBy: true, Run: { } run } opened)
        {
            return null;
        }

        var step = run.State.OfTwo();
        var name = run.ProposedBy is { } by ? await db.Users.Where(user => user.Id == by).Select(user => user.Name).SingleOrDefaultAsync(cancel) : null;
        return new(opened, step, step is { } next ? await db.ContentAsync(opened.Edition, next, cancel) : null, name);
    }

    /// <summary>What the page is about.</summary>
    public string Title(InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Step switch
        {
            RunStep.Freeze => texts["freeze.title.freeze"],
            RunStep.Publish => texts["freeze.title.publish"],
            RunStep.Correct => texts["freeze.title.correct"],
            _ => texts["freeze.title.none"],
        };
    }
}
