using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions.Translations;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>
/// An edition that is being written: its own files, laid over a folder of editions. It never changes; each step gives another draft, or null
/// with the reasons among the problems. A step changes the bytes that it must, and keeps the migration map complete.
/// </summary>
public sealed partial class DraftEdition
{
    private readonly DraftGround _ground;

    private DraftEdition(DraftGround ground, string id, ImmutableSortedDictionary<string, string> files) => (_ground, Id, Files) = (ground, id, files);

    public string Id { get; }

    /// <summary>The draft's own files by their names in problems, such as <c>questionnaires/2028/legal.yaml</c>.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; }

    /// <summary>The folder of editions as if the draft lay in it.</summary>
    public EditionsFolder Folder => _ground.Folder.With(Files);

    /// <summary>A draft that asks what an edition asks and weighs it in the same way, so that only what changes needs to be written. It has no problem.</summary>
    public static DraftEdition? Derive(EditionsFolder folder, string from, string id, string title, DateOnly referenceDate, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        if (new Derivation(folder, from, id, title, referenceDate).Files(problems) is not { } files)
        {
            return null;
        }

        var draft = Of(folder, id, files);
        return draft.Load(problems) is null ? null : draft;
    }

    /// <summary>A draft from its files.</summary>
    public static DraftEdition Of(string root, string id, ImmutableSortedDictionary<string, string> files) => Of(new EditionsFolder(root), id, files);

    /// <summary>A draft from its files, over a folder that may have other drafts laid over it.</summary>
    public static DraftEdition Of(EditionsFolder folder, string id, ImmutableSortedDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(files);
        return new(new(folder, id), id, files.WithComparers(StringComparer.Ordinal));
    }

    /// <summary>Whether a file of this name can belong to an edition: YAML, the method, or a ballot, in one of the edition's folders.</summary>
    public static bool IsFileOf(string id, string name) => FileName().Match(name) is { Success: true } match && match.Groups["id"].Value == id;

    /// <summary>The edition, or null; either way all that is wrong is among the problems, as <c>gci check</c> says it.</summary>
    public Edition? Load(Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return _ground.Load(Files, problems);
    }

    /// <summary>The draft with one file as somebody wrote it, right or wrong; null takes the file away.</summary>
    /// <exception cref="ArgumentException">No file of the edition has such a name.</exception>
    public DraftEdition With(string name, string? text)
    {
        if (!IsFileOf(Id, name))
        {
            throw new ArgumentException($"{name} is no file of {Id}.", nameof(name));
        }

        return new(_ground, Id, text is null ? Files.Remove(name) : Files.SetItem(name, text.TrimStart('\uFEFF')));
    }

    /// <summary>The draft with other files. What it is laid over is not read again.</summary>
    public DraftEdition With(ImmutableSortedDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new(_ground, Id, files.WithComparers(StringComparer.Ordinal));
    }

    /// <summary>Other words for a question, a group or a pillar.</summary>
    /// <param name="reason">Why; needed where a question differs from the one of the earlier edition in what respondents read.</param>
    public DraftEdition? Reword(string code, QuestionWords words, string reason, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Step(change => WordsSteps.Reword(change, code, words, reason), problems);
    }

    /// <summary>A translation of a text, with the hash of the English that it was made from; an empty text takes the draft's own translation away.</summary>
    /// <param name="code">Whose text it is, such as <c>LEG-1.1</c>, <c>kind</c> or <c>tier</c>.</param>
    /// <param name="key">Which of its texts, such as <c>title</c> or <c>option/annual</c>.</param>
    public DraftEdition? Translate(string language, string code, string key, string text, TranslationState state, Problems problems) =>
        Step(change => TranslationSteps.Translate(change, Load, language, new($"{code}/{key}", text, 1), state), problems);

    private DraftEdition? Step(Action<DraftChange> make, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            var change = new DraftChange(Id, Files, _ground);
            make(change);
            var draft = new DraftEdition(_ground, Id, change.Files);
            return IsBroken(draft, problems) ? null : draft;
        }
        catch (StepRefusedException refused)
        {
            problems.Add(refused.Reasons);
        }
        catch (UnsplicedException unspliced)
        {
            unspliced.AddTo(problems);
        }

        return null;
    }

    // What was wrong before does not stand in the way, and neither does what comes to light because a step mended something.
    private bool IsBroken(DraftEdition next, Problems problems)
    {
        var (before, after) = (new Problems(), new Problems());
        if (next.Load(after) is not null)
        {
            return false;
        }

        Load(before);
        var known = before.InOrder().Select(problem => (problem.File, problem.Sentence)).ToHashSet();
        Problem[] caused =
        [
            .. after.InOrder().Where(problem => !known.Contains((problem.File, problem.Sentence)))
                .Where(problem => !before.Any || Files.GetValueOrDefault(problem.File) != next.Files.GetValueOrDefault(problem.File)),
        ];
        foreach (var problem in caused)
        {
            problems.Add(problem.File, problem.Place, problem.Sentence);
        }

        return caused.Length > 0;
    }

    [GeneratedRegex(@"^(questionnaires/(?<id>[^/]+)/([a-z]{2}/)?[A-Za-z0-9_-]+\.yaml|methodology/(?<id>[^/]+)/([A-Za-z0-9_-]+\.yaml|weights/[A-Za-z0-9_-]+\.yaml|ballots/[A-Za-z0-9_-]+\.csv|method\.md))$")]
    private static partial Regex FileName();
}
