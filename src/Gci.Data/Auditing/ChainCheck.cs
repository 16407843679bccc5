using System.Globalization;

namespace Gci.Data.Auditing;

/// <summary>What can be wrong with a chain, whatever it is the chain of.</summary>
internal static class ChainCheck
{
    /// <summary>The first break; null where every link holds, nothing was cut off, and every seal saw these links.</summary>
    /// <param name="links">In their order.</param>
    /// <param name="length">How many there must be.</param>
    /// <param name="head">The hash that the last must have.</param>
    /// <param name="heads">Where the chain stood when it was sealed.</param>
    /// <param name="mistake">What does not agree with a link that is sound in itself; null where all does.</param>
    internal static AuditBreak? BreakIn<T>(Guid chain, IReadOnlyList<T> links, int length, string head, IEnumerable<SealedHead> heads, Func<T, string?> mistake)
        where T : ChainLink
    {
        var previous = AuditChain.Genesis;
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            var sentence = link.Sequence != i + 1 ? Say($"link {i + 1} is missing; link {link.Sequence} stands in its place")
                : link.Previous != previous ? "it does not follow from the link before"
                : link.Computed() != link.Hash ? "its own content was changed"
                : mistake(link);
            if (sentence is not null)
            {
                return new(chain, i + 1, sentence);
            }

            previous = link.Hash;
        }

        return links.Count != length || previous != head
                ? new(chain, links.Count + 1, Say($"the chain ends after {links.Count} links and should have {length}"))
            : heads.OrderBy(seen => seen.SealNumber).FirstOrDefault(seen => seen.Length > links.Count || (seen.Length > 0 && links[seen.Length - 1].Hash != seen.Hash)) is { } lost
                ? new(chain, Math.Min(lost.Length, links.Count + 1), Say($"seal {lost.SealNumber} saw another link {lost.Length}: the chain was cut or written anew"))
            : null;
    }

    internal static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
