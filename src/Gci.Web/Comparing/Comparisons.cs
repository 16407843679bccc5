using System.Collections.Concurrent;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Changes;
using Gci.Editions.Translations;
using Gci.Reports.Changes;
using Gci.Reports.Writing;
using Gci.Web.Submitting;

namespace Gci.Web.Comparing;

/// <summary>Compares editions, and keeps what was compared and drawn until a definition changes.</summary>
public sealed class Comparisons(EditionShelf shelf, Press press)
{
    private readonly ConcurrentDictionary<(string Before, string After), EditionChanges> _changes = [];
    private readonly ConcurrentDictionary<(string Before, string After, string Language, bool ForStaff), (EditionChanges Changes, byte[] Pdf)> _pdfs = [];

    /// <summary>The editions with which somebody may compare one, the newest first; null where that one is not known to the person.</summary>
    public IReadOnlyList<Edition>? With(string edition, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return shelf.Has(edition, actor) ? [.. shelf.EditionsFor(actor).Where(other => other.Id != edition).Reverse()] : null;
    }

    /// <summary>An edition beside another one; null where there is nothing to compare it with, or either is not known to the person.</summary>
    /// <param name="from">Null for the one that it derives from, otherwise the one before it.</param>
    public EditionComparison? Of(string edition, string? from, Actor actor, InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(texts);
        if (With(edition, actor) is not { } others)
        {
            return null;
        }

        var after = shelf.Edition(edition);
        var before = from is not null ? others.FirstOrDefault(other => other.Id == from)
            : others.FirstOrDefault(other => other.Id == after.Migration?.DerivedFrom) ?? others.FirstOrDefault(other => string.CompareOrdinal(other.Id, edition) < 0);
        return before is null ? null : new(Changes(before, after), texts, ShowsGuides: actor.Role.IsSecretariat());
    }

    /// <summary>The document; null where the engine that draws it is not installed.</summary>
    public async Task<byte[]?> PdfAsync(EditionComparison comparison, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var key = (comparison.Before.Id, comparison.After.Id, comparison.Language, comparison.ShowsGuides);
        if (_pdfs.TryGetValue(key, out var kept) && ReferenceEquals(kept.Changes, comparison.Changes))
        {
            return kept.Pdf;
        }

        if (await press.DrawAsync(EditionChangesReport.Of(comparison), cancel) is not { } pdf)
        {
            return null;
        }

        _pdfs[key] = (comparison.Changes, pdf);
        return pdf;
    }

    public static byte[] Workbook(EditionComparison comparison)
    {
        using var content = new MemoryStream();
        WorkbookWriter.Write(EditionChangesWorkbook.Of(comparison), content);
        return content.ToArray();
    }

    private EditionChanges Changes(Edition before, Edition after)
    {
        if (_changes.TryGetValue((before.Id, after.Id), out var kept) && ReferenceEquals(kept.Before, before) && ReferenceEquals(kept.After, after))
        {
            return kept;
        }

        return _changes[(before.Id, after.Id)] = EditionChanges.Between(before, after, shelf.OnDisk.Concat(shelf.Drafts.Select(draft => draft.Good).OfType<Edition>()));
    }
}
