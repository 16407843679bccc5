using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Drafts;
using Gci.Editions;
using Gci.Editions.Drafting;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Drafting;

/// <summary>Where editions are made; pages and programs come through here. Whatever is saved stands on the shelf at once.</summary>
public sealed class DraftDesk(GciDb db, EditionShelf shelf, TimeProvider clock)
{
    // Whoever is overtaken tries again on what the other left; only where many work at once does that not suffice.
    private const int Attempts = 5;

    /// <summary>Null where there is no such draft, and for everybody who does not make editions.</summary>
    public async Task<OpenedDraft?> FindAsync(Actor actor, string edition, CancellationToken cancel)
    {
        if (!Draft.IsMadeBy(actor) || await db.Drafts.AsNoTracking().FirstOrDefaultAsync(draft => draft.Edition == edition, cancel) is not { } draft)
        {
            return null;
        }

        var run = await db.Runs.AsNoTracking().FirstOrDefaultAsync(run => run.Edition == edition, cancel);
        var shelved = shelf.DraftOf(edition);
        if (shelved?.Version != draft.Version)
        {
            shelf.Put(shelved = await ShelvedDraft.ReadAsync(db, shelf, draft, cancel));
        }

        return new(draft, shelved, run, shelf.IdsOnDisk.Contains(edition), shelf.Has(draft.DerivedFrom, actor) ? shelf.Edition(draft.DerivedFrom) : null, actor);
    }

    /// <summary>Derives an edition from another and keeps it as a draft.</summary>
    public async Task<DraftOutcome> DeriveAsync(Actor actor, string? from, string? id, string? title, DateOnly? referenceDate, CancellationToken cancel)
    {
        var isTaken = id is not null && (shelf.IdsOnDisk.Contains(id) || await db.Drafts.AnyAsync(draft => draft.Edition == id, cancel));
        if ((Draft.WhyNotDerive(actor, id, title, isTaken)
            ?? (shelf.OnDisk.Any(edition => edition.Id == from) ? null : new Refusal("draft-from"))
            ?? (referenceDate is null ? new("draft-reference-date") : null)) is { } refusal)
        {
            return DraftOutcome.Refused(refusal);
        }

        var problems = new Problems();
        if (DraftEdition.Derive(new(shelf.Root), from!, id!, title!.Trim(), referenceDate!.Value, problems) is not { } texts)
        {
            return new(new("draft-step"), problems.InOrder());
        }

        var draft = Draft.Begin(actor, id!, from!, texts.Files, ShelvedDraft.Check(texts).Edition is not null, Moment.Now(clock));
        db.Begin(draft);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else was quicker; anything else is thrown on.
            db.ChangeTracker.Clear();
            if (await db.Drafts.AnyAsync(taken => taken.Edition == id, cancel))
            {
                return DraftOutcome.Refused(new("draft-exists", ("edition", id)));
            }

            throw;
        }

        db.ChangeTracker.Clear();
        return await ShelveAsync(id!, cancel);
    }

    /// <summary>Takes a step of the builder, on whatever others left in the meantime.</summary>
    public Task<DraftOutcome> StepAsync(Actor actor, string edition, DraftStep step, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(step);
        return SaveAsync(
            actor, edition, step.Act,
            opened =>
            {
                if (opened.Shelved.Now is not { } now)
                {
                    return (null, new(new("draft-problems"), opened.Shelved.Problems));
                }

                if (step.Seen is { Length: > 0 } seen && seen != QuestionMark.Of(now, step.Code))
                {
                    return (null, DraftOutcome.Refused(new("draft-question-changed", ("code", step.Code))));
                }

                var problems = new Problems();
                return step.Take(now, opened.Shelved.Texts, problems) is { } texts ? (texts.Files, DraftOutcome.Done) : (null, new(new("draft-step"), problems.InOrder()));
            },
            cancel);
    }

    /// <summary>Keeps the text of a file, with problems too; null removes it.</summary>
    /// <param name="seen">The revision that the text was made from; null where nobody looked.</param>
    public Task<DraftOutcome> WriteAsync(Actor actor, string edition, string name, string? text, int? seen, string act, CancellationToken cancel) => SaveAsync(
        actor, edition, new(act, name),
        opened => seen is { } revision && revision != opened.RevisionOf(name) ? (null, DraftOutcome.Refused(new("draft-file-changed", ("name", name))))
            : text is not null && DraftFile.WhyNot(edition, name, text) is { } refusal ? (null, DraftOutcome.Refused(refusal))
            : (text is null ? opened.Files.Remove(name) : opened.Files.SetItem(name, text.ReplaceLineEndings("\n")), DraftOutcome.Done),
        cancel);

    /// <summary>Puts a draft aside, or takes it up again.</summary>
    public async Task<DraftOutcome> PutAsideAsync(Actor actor, string edition, bool aside, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(actor, edition, cancel) is not { } opened)
            {
                return DraftOutcome.Refused(new("draft-not-yours"));
            }

            var now = Moment.Now(clock);
            if (await db.ChangeDraftAsync(
                edition, opened.Draft.Version, (draft, run) => new DraftGround(opened.IsOnDisk, run) is var ground && aside ? draft.GiveUp(actor, ground, now) : draft.TakeUp(actor, ground, now), cancel) is { } change)
            {
                return change.Refusal is { } refusal ? DraftOutcome.Refused(refusal) : await ShelveAsync(edition, cancel);
            }
        }

        return DraftOutcome.Refused(new("draft-busy"));
    }

    private async Task<DraftOutcome> SaveAsync(
        Actor actor, string edition, DraftAct act, Func<OpenedDraft, (ImmutableSortedDictionary<string, string>? Files, DraftOutcome Outcome)> decide, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(actor, edition, cancel) is not { } opened)
            {
                return DraftOutcome.Refused(new("draft-not-yours"));
            }

            var (files, outcome) = decide(opened);
            if (files is null)
            {
                return outcome;
            }

            var texts = opened.Shelved.Texts.With(files);
            var (loaded, problems) = ShelvedDraft.Check(texts);
            var now = Moment.Now(clock);
            if (await db.ChangeDraftAsync(
                edition, opened.Draft.Version, (draft, run) => draft.Save(actor, new(opened.IsOnDisk, run), opened.Shelved.Revisions, files, act, loaded is not null, now), cancel) is { } change)
            {
                shelf.Put(opened.Shelved.After(change, texts, loaded, problems));
                return change.Refusal is { } refusal ? DraftOutcome.Refused(refusal) : DraftOutcome.Done;
            }
        }

        return DraftOutcome.Refused(new("draft-busy"));
    }

    private async Task<DraftOutcome> ShelveAsync(string edition, CancellationToken cancel)
    {
        shelf.Put(await ShelvedDraft.ReadAsync(db, shelf, await db.Drafts.AsNoTracking().SingleAsync(draft => draft.Edition == edition, cancel), cancel));
        return DraftOutcome.Done;
    }
}
