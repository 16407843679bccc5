using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Translations;

namespace Gci.Web;

/// <summary>The definitions that the service runs on, read once at its start.</summary>
public sealed class EditionShelf
{
    private readonly ImmutableSortedDictionary<string, Edition> _editions;
    private readonly ImmutableDictionary<string, InterfaceTexts> _texts;

    private EditionShelf(ImmutableSortedDictionary<string, Edition> editions, ImmutableDictionary<string, InterfaceTexts> texts) =>
        (_editions, _texts) = (editions, texts);

    /// <summary>All editions that have a questionnaire; null with the reasons among the problems.</summary>
    public static EditionShelf? Read(string folder, string? sentences, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var found = new EditionsFolder(folder);
        var editions = found.Ids.Select(id => found.Load(id, problems)).OfType<Edition>().Where(edition => edition.Questionnaire is not null)
            .ToImmutableSortedDictionary(edition => edition.Id, edition => edition, StringComparer.Ordinal);
        var texts = new EditionsFolder(sentences ?? folder).Interface(problems);
        return problems.Any ? null : new(editions, texts);
    }

    public IEnumerable<Edition> Editions => _editions.Values;

    /// <exception cref="KeyNotFoundException">No edition with a questionnaire has the id.</exception>
    public Edition Edition(string id) => _editions[id];

    public bool Has(string? id) => id is not null && _editions.ContainsKey(id);

    /// <summary>The sentences of the service in one of the six languages.</summary>
    public InterfaceTexts In(string language) => _texts[language];
}
