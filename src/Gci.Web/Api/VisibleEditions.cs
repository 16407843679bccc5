using Gci.Data;
using Gci.Editions;
using Gci.Editions.Translations;
using Gci.Web.Accounts;

namespace Gci.Web.Api;

/// <summary>Editions that a program may read: published ones without sign-in, the others with it.</summary>
internal static class VisibleEditions
{
    internal static IEnumerable<Edition> Of(EditionShelf shelf, Visitor visitor) =>
        shelf.Editions.Where(edition => edition.Status == EditionStatus.Published || visitor.Actor is not null);

    internal static Edition? Find(EditionShelf shelf, Visitor visitor, string id) => Of(shelf, visitor).FirstOrDefault(edition => edition.Id == id);

    /// <summary>The language asked for, or the reader's own; null with a refusal where there is no such language.</summary>
    internal static string? LanguageOf(string? asked, Visitor visitor, out Refusal? refusal)
    {
        refusal = asked is null || Languages.IsKnown(asked) ? null : new("language-unknown", ("languages", string.Join(", ", Languages.All)));
        return refusal is null ? asked ?? visitor.Language : null;
    }
}
