using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.RegularExpressions;
using Gci.Data.Accounts;
using Gci.Data.Runs;

namespace Gci.Data.Drafts;

/// <summary>
/// An edition in the making: files that lie in the database until somebody puts them into the definitions folder. Its texts are
/// <see cref="DraftFile"/>s, appended to and never changed.
/// </summary>
public sealed partial class Draft
{
    /// <summary>The id of the edition, such as 2028.</summary>
    public required string Edition { get; init; }

    /// <summary>The edition that it began from.</summary>
    public required string DerivedFrom { get; init; }

    public required Guid BegunBy { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public DraftState State { get; private set; }

    /// <summary>Raised by every change; each file says in which version it came.</summary>
    public int Version { get; private set; }

    /// <summary>The last version in which nothing was wrong; null as long as there was none. Everybody but its makers sees this one.</summary>
    public int? GoodVersion { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public const int LongestId = 20;

    public const int LongestTitle = 200;

    /// <summary>What was added since the draft was read.</summary>
    internal List<DraftFile> Added { get; } = [];

    /// <summary>Administrators and analysts make editions.</summary>
    public static bool IsMadeBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role is Role.Administrator or Role.Analyst;
    }

    /// <summary>Why an edition cannot be derived under this name; null where it can.</summary>
    /// <param name="isTaken">Whether an edition or a draft has the id already.</param>
    public static Refusal? WhyNotDerive(Actor actor, string? id, string? title, bool isTaken) =>
        WhyNotMake(actor)
        ?? Refusal.Unless(id is not null && Ids().IsMatch(id), "draft-id", ("maximum", LongestId))
        ?? Refusal.Unless(title?.Trim() is { Length: > 0 and <= LongestTitle }, "draft-title", ("maximum", LongestTitle))
        ?? Refusal.If(isTaken, "draft-exists", ("edition", id));

    /// <summary>A new draft with its first files.</summary>
    /// <param name="isGood">Whether nothing is wrong with them.</param>
    public static Draft Begin(Actor actor, string edition, string from, IReadOnlyDictionary<string, string> files, bool isGood, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(files);
        var draft = new Draft { Edition = edition, DerivedFrom = from, BegunBy = actor.Id, BegunAt = now };
        draft.Append(actor, ImmutableDictionary<string, DraftFile>.Empty, files, new("derived", from), isGood, now);
        return draft;
    }

    /// <summary>Keeps files as they are to be from now on.</summary>
    /// <param name="ground">What is true of the edition outside the draft.</param>
    /// <param name="present">The last revision of every file there was.</param>
    /// <param name="files">All files of the edition; one that is missing is removed.</param>
    public Refusal? Save(
        Actor actor, DraftGround ground, IReadOnlyDictionary<string, DraftFile> present, IReadOnlyDictionary<string, string> files, DraftAct act, bool isGood, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(act);
        if ((WhyNotChange(actor, ground) ?? files.Select(file => DraftFile.WhyNot(Edition, file.Key, file.Value)).FirstOrDefault(wrong => wrong is not null)) is { } refusal)
        {
            return refusal;
        }

        Append(actor, present, files, act, isGood, now);
        return null;
    }

    /// <summary>Why nobody, or not this person, may change it; null where that is possible.</summary>
    public Refusal? WhyNotChange(Actor actor, DraftGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        return WhyNotMake(actor)
            ?? Refusal.If(ground.IsOnDisk, "draft-on-disk")
            ?? Refusal.If(ground.Run is { } run && run != RunState.Draft, "draft-run-begun")
            ?? Refusal.If(State == DraftState.GivenUp, "draft-given-up");
    }

    /// <summary>Puts the draft aside: nobody but its makers finds it any more. Not while its run is going on.</summary>
    public Refusal? GiveUp(Actor actor, DraftGround ground, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ground);
        if ((WhyNotChange(actor, ground) ?? Refusal.If(ground.Run is not null, "draft-consulted-on")) is { } refusal)
        {
            return refusal;
        }

        (State, Version, ChangedAt) = (DraftState.GivenUp, Version + 1, now);
        return null;
    }

    /// <summary>Takes a draft up again that was put aside.</summary>
    public Refusal? TakeUp(Actor actor, DraftGround ground, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ground);
        if ((WhyNotMake(actor) ?? Refusal.If(ground.IsOnDisk, "draft-on-disk")) is { } refusal)
        {
            return refusal;
        }

        (State, Version, ChangedAt) = (DraftState.Open, Version + 1, now);
        return null;
    }

    private static Refusal? WhyNotMake(Actor actor) => Refusal.Unless(IsMadeBy(actor), "draft-not-yours");

    private void Append(Actor actor, IReadOnlyDictionary<string, DraftFile> present, IReadOnlyDictionary<string, string> files, DraftAct act, bool isGood, DateTimeOffset now)
    {
        var changed = files.Keys.Union(present.Keys).Where(name => present.GetValueOrDefault(name)?.Text != files.GetValueOrDefault(name)).Order(StringComparer.Ordinal).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        (Version, ChangedAt) = (Version + 1, now);
        GoodVersion = isGood ? Version : GoodVersion;
        foreach (var name in changed)
        {
            Added.Add(new()
            {
                Edition = Edition,
                Name = name,
                Revision = (present.GetValueOrDefault(name)?.Revision ?? 0) + 1,
                Version = Version,
                Text = files.GetValueOrDefault(name),
                By = actor.Id,
                At = now,
                Act = act.Act,
                Subject = act.Subject,
            });
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,19}$")]
    private static partial Regex Ids();
}

/// <summary>What somebody did to a draft.</summary>
/// <param name="Act">One word, such as <c>reword</c>.</param>
/// <param name="Subject">The code or the file that it was done to.</param>
public sealed record DraftAct(string Act, string Subject);

/// <summary>What is true of an edition outside its draft.</summary>
/// <param name="IsOnDisk">Whether it lies in the definitions folder; what lies there is not changed here.</param>
/// <param name="Run">How far its run is; null where it is not run.</param>
public sealed record DraftGround(bool IsOnDisk, RunState? Run);

/// <summary>Whether somebody works at a draft.</summary>
[Description("Whether somebody works at a draft.")]
public enum DraftState
{
    /// <summary>Somebody works at it.</summary>
    Open,

    /// <summary>Put aside.</summary>
    GivenUp,
}
