using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Scoring;

namespace Gci.Reports;

/// <summary>
/// Which points say what a country answered where its answer is not for publications that name countries: those of the question, and those of every group
/// between it and its pillar, since what is missing in a sum can be worked out from its other parts. Points of pillars are shown as they are.
/// </summary>
internal sealed class WithheldPoints
{
    private readonly Publication _publication;
    private readonly ImmutableDictionary<string, Confidentiality> _classes;
    private readonly Dictionary<string, ImmutableHashSet<int>> _found = [];

    internal WithheldPoints(Publication publication)
    {
        _publication = publication;
        _classes = publication.Edition.Questionnaire?.Questions().ToImmutableDictionary(question => question.Code, question => question.Class) ?? ImmutableDictionary<string, Confidentiality>.Empty;
    }

    /// <summary>Positions in the tree whose points are not shown of the country.</summary>
    internal ImmutableHashSet<int> Of(string country)
    {
        var isOwn = _publication.Raised.Keys.Any(raised => raised.Country == country);
        var key = isOwn ? country : "";
        return _found.TryGetValue(key, out var known) ? known : _found[key] = Find(country);
    }

    /// <summary>Whether the mean of a node over so many countries says more than its class allows.</summary>
    internal bool HidesMean(IndexNode node, int countries)
    {
        var classes = LeavesOf(node).Select(leaf => _classes.GetValueOrDefault(leaf.Code)).ToList();
        return node.Depth > 1 && (classes.TrueForAll(of => !of.Reaches(Reader.Totals)) || (countries < Publication.FewestForMean && classes.Exists(of => !of.Reaches(Reader.CountryPublication))));
    }

    private ImmutableHashSet<int> Find(string country)
    {
        var tree = _publication.Edition.Tree;
        var hidden = new HashSet<int>();
        foreach (var pillar in tree.Root.Children.Select(child => tree.Nodes[child]))
        {
            var leaves = LeavesOf(pillar).ToList();
            var withheld = leaves.Where(leaf => !ClassOf(country, leaf.Code).Reaches(Reader.CountryPublication)).ToList();

            // One alone could be worked out from the points of the pillar and all others.
            if (withheld.Count == 1)
            {
                withheld.AddRange(leaves.Except(withheld).Take(1));
            }

            foreach (var leaf in withheld)
            {
                for (var node = leaf; node.Depth > pillar.Depth; node = tree.Nodes[node.Parent])
                {
                    hidden.Add(node.Position);
                }
            }
        }

        return [.. hidden];
    }

    private Confidentiality ClassOf(string country, string question) => _classes.GetValueOrDefault(question).Or(_publication.Raised.GetValueOrDefault((country, question)));

    private IEnumerable<IndexNode> LeavesOf(IndexNode node) => node.IsLeaf ? [node] : node.Children.SelectMany(child => LeavesOf(_publication.Edition.Tree.Nodes[child]));
}
