using System.Collections.Immutable;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Drafts;
using Gci.Data.Runs;
using Gci.Editions;
using Gci.Web.Running;

namespace Gci.Web.Drafting;

/// <summary>A draft edition as one of its makers sees it.</summary>
/// <param name="Draft">What is kept of it beside its files.</param>
/// <param name="Shelved">Its files, checked.</param>
/// <param name="Run">Its run; null where none has begun.</param>
/// <param name="IsOnDisk">Whether the edition lies in the definitions folder by now.</param>
/// <param name="Earlier">The edition that it began from; null where that cannot be read any more.</param>
public sealed record OpenedDraft(Draft Draft, ShelvedDraft Shelved, EditionRun? Run, bool IsOnDisk, Edition? Earlier, Actor Actor)
{
    public string Id => Draft.Edition;

    /// <summary>What is shown where something is wrong with the present texts: the last edition with which nothing was.</summary>
    public Edition? Shown => Shelved.Now ?? Shelved.Good;

    /// <summary>Why nothing can be changed; null where it can.</summary>
    public Refusal? WhyNot => Draft.WhyNotChange(Actor, Ground);

    public DraftGround Ground => new(IsOnDisk, Run?.State);

    /// <summary>For the pages that every edition has; null where the draft was never without problems.</summary>
    public OpenedRun? InRun => Shown is { } edition ? new(edition, Run, Actor) : null;

    /// <summary>The title that its files give, or its id.</summary>
    public string Title => Shown?.Title ?? Id;

    /// <summary>The files there are, by name.</summary>
    public ImmutableSortedDictionary<string, string> Files => Shelved.Texts.Files;

    public int RevisionOf(string file) => Shelved.Revisions.GetValueOrDefault(file)?.Revision ?? 0;
}

/// <summary>What became of a change.</summary>
/// <param name="Refusal">Null where it was made.</param>
/// <param name="Problems">Why a step cannot be taken, in the words of the check.</param>
public sealed record DraftOutcome(Refusal? Refusal, IReadOnlyList<Problem> Problems)
{
    internal static DraftOutcome Done { get; } = new(null, []);

    internal static DraftOutcome Refused(Refusal refusal) => new(refusal, []);
}
