using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Drafts;
using Gci.Editions;
using Gci.Editions.Drafting;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Drafting;

/// <summary>A draft edition as it stands at one version, checked.</summary>
/// <param name="Version">The version of the draft that this is.</param>
/// <param name="Texts">Its files.</param>
/// <param name="Revisions">The last revision of every file, removed ones too.</param>
/// <param name="Now">The edition that they make; null as long as something is wrong with them.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Good">The last edition with which nothing was wrong; null where there was none.</param>
/// <param name="IsShown">Whether its run has begun: then members and experts see it.</param>
public sealed record ShelvedDraft(
    string Id, int Version, DraftEdition Texts, ImmutableSortedDictionary<string, DraftFile> Revisions, Edition? Now, IReadOnlyList<Problem> Problems, Edition? Good, bool IsShown)
{
    /// <summary>Reads a draft from the database and checks it.</summary>
    internal static async Task<ShelvedDraft> ReadAsync(GciDb db, EditionShelf shelf, Draft draft, CancellationToken cancel)
    {
        var revisions = await db.DraftFilesAsync(draft.Edition, draft.Version, cancel);
        var texts = Laid(shelf, draft.Edition, revisions);
        var (now, problems) = Check(texts);
        var good = now;
        if (now is null && draft.GoodVersion is { } version)
        {
            good = Check(Laid(shelf, draft.Edition, await db.DraftFilesAsync(draft.Edition, version, cancel))).Edition;
        }

        var isShown = draft.State == DraftState.Open && await db.Runs.AnyAsync(run => run.Edition == draft.Edition, cancel);
        return new(draft.Edition, draft.Version, texts, revisions.ToImmutableSortedDictionary(StringComparer.Ordinal), now, problems, draft.State == DraftState.Open ? good : null, isShown);
    }

    /// <summary>The draft after a change; itself where that was refused.</summary>
    internal ShelvedDraft After(DraftChange change, DraftEdition texts, Edition? now, IReadOnlyList<Problem> problems) => change.Refusal is not null ? this : this with
    {
        Version = change.Draft.Version,
        Texts = texts,
        Revisions = Revisions.SetItems(change.Added.Select(file => KeyValuePair.Create(file.Name, file))),
        Now = now,
        Problems = problems,
        Good = now ?? Good,
    };

    /// <summary>The edition that the texts make, null with the reasons.</summary>
    internal static (Edition? Edition, IReadOnlyList<Problem> Problems) Check(DraftEdition texts)
    {
        var problems = new Problems();
        var edition = texts.Load(problems);
        return (problems.Any || edition?.Questionnaire is null ? null : edition with { IsDrafted = true }, problems.InOrder());
    }

    private static DraftEdition Laid(EditionShelf shelf, string edition, Dictionary<string, DraftFile> revisions)
    {
        var files = revisions.Values.Where(file => file.Text is not null).ToImmutableSortedDictionary(file => file.Name, file => file.Text!, StringComparer.Ordinal);
        return shelf.DraftOf(edition)?.Texts.With(files) ?? DraftEdition.Of(shelf.Root, edition, files);
    }
}
