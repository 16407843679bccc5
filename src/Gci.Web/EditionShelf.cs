using System.Collections.Immutable;
using Gci.Data.Accounts;
using Gci.Data.Drafts;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Web.Drafting;

namespace Gci.Web;

/// <summary>
/// The definitions that the service runs on: those of the folder, read once at its start, and beside them the drafts that are made in the
/// service. What lies in the folder wins over a draft of the same id.
/// </summary>
public sealed class EditionShelf
{
    private readonly ImmutableSortedDictionary<string, Edition> _editions;
    private readonly ImmutableDictionary<string, InterfaceTexts> _texts;
    private ImmutableSortedDictionary<string, ShelvedDraft> _drafts = ImmutableSortedDictionary.Create<string, ShelvedDraft>(StringComparer.Ordinal);

    private EditionShelf(string root, ImmutableSortedSet<string> ids, ImmutableSortedDictionary<string, Edition> editions, ImmutableDictionary<string, InterfaceTexts> texts) =>
        (Root, IdsOnDisk, _editions, _texts) = (root, ids, editions, texts);

    /// <summary>The folder that holds <c>questionnaires/</c> and <c>methodology/</c>.</summary>
    public string Root { get; }

    /// <summary>All editions of the folder, those that ask nothing too.</summary>
    public ImmutableSortedSet<string> IdsOnDisk { get; }

    /// <summary>All editions that have a questionnaire; null with the reasons among the problems.</summary>
    public static EditionShelf? Read(string folder, string? sentences, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var found = new EditionsFolder(folder);
        var editions = found.Ids.Select(id => found.Load(id, problems)).OfType<Edition>().Where(edition => edition.Questionnaire is not null)
            .ToImmutableSortedDictionary(edition => edition.Id, edition => edition, StringComparer.Ordinal);
        var texts = new EditionsFolder(sentences ?? folder).Interface(problems);
        return problems.Any ? null : new(folder, [.. found.Ids], editions, texts);
    }

    /// <summary>What everybody may know of: the folder's, and drafts whose consultation has begun.</summary>
    public IEnumerable<Edition> Editions => OrderedWith(_drafts.Values.Where(draft => draft.IsShown));

    /// <summary>The editions of the folder.</summary>
    public IEnumerable<Edition> OnDisk => _editions.Values;

    /// <summary>What somebody may know of: whoever makes editions sees every draft.</summary>
    public IEnumerable<Edition> EditionsFor(Actor actor) => Draft.IsMadeBy(actor) ? OrderedWith(_drafts.Values) : Editions;

    /// <exception cref="KeyNotFoundException">No edition with a questionnaire has the id.</exception>
    public Edition Edition(string id) => Known(id) ?? throw new KeyNotFoundException(id);

    /// <summary>An edition, whoever may know of it; null where there is none.</summary>
    internal Edition? Known(string id) => _editions.GetValueOrDefault(id) ?? _drafts.GetValueOrDefault(id)?.Good;

    /// <summary>Whether everybody may know of the edition.</summary>
    public bool Has(string? id) => id is not null && (_editions.ContainsKey(id) || _drafts.GetValueOrDefault(id) is { IsShown: true, Good: not null });

    /// <summary>Whether somebody may know of the edition.</summary>
    public bool Has(string? id, Actor actor) => Has(id) || (id is not null && Draft.IsMadeBy(actor) && _drafts.GetValueOrDefault(id)?.Good is not null);

    /// <summary>A draft as it stands; null where there is none, or the edition lies in the folder by now.</summary>
    public ShelvedDraft? DraftOf(string id) => _drafts.GetValueOrDefault(id);

    /// <summary>The drafts as they stand.</summary>
    public IEnumerable<ShelvedDraft> Drafts => _drafts.Values;

    /// <summary>The sentences of the service in one of the six languages.</summary>
    public InterfaceTexts In(string language) => _texts[language];

    /// <summary>Puts a draft up in place of an earlier version of it.</summary>
    internal void Put(ShelvedDraft draft)
    {
        if (!IdsOnDisk.Contains(draft.Id))
        {
            ImmutableInterlocked.Update(ref _drafts, drafts => drafts.GetValueOrDefault(draft.Id)?.Version > draft.Version ? drafts : drafts.SetItem(draft.Id, draft));
        }
    }

    /// <summary>Lets everybody see a draft, because its run has begun.</summary>
    internal void Show(string id)
    {
        if (DraftOf(id) is { } draft)
        {
            Put(draft with { IsShown = true });
        }
    }

    private IEnumerable<Edition> OrderedWith(IEnumerable<ShelvedDraft> drafts) =>
        _editions.Values.Concat(drafts.Select(draft => draft.Good).OfType<Edition>()).OrderBy(edition => edition.Id, StringComparer.Ordinal);
}
