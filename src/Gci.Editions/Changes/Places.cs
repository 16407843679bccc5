namespace Gci.Editions.Changes;

/// <summary>Which of several things changed their place among the others.</summary>
internal static class Places
{
    /// <summary>The fewest whose move explains the new order: all but a longest row that still stands in the old one.</summary>
    /// <param name="places">The place before of each thing, in the new order; each is there once.</param>
    /// <returns>The places before of those that moved.</returns>
    internal static IReadOnlySet<int> Moved(IReadOnlyList<int> places)
    {
        var (ends, before) = (new List<int>(), new int[places.Count]);
        for (var at = 0; at < places.Count; at++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = places[ends[middle]] < places[at] ? (middle + 1, high) : (low, middle);
            }

            before[at] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(at);
            }
            else
            {
                ends[low] = at;
            }
        }

        var moved = places.ToHashSet();
        for (var at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = before[at])
        {
            moved.Remove(places[at]);
        }

        return moved;
    }
}
