namespace Gci.Scoring.Tests;

public sealed class IndexTreeTests
{
    [Fact]
    public void Children_stand_before_their_parent_and_siblings_in_ordinal_order()
    {
        var tree = IndexTree.Build([("b", "Z"), ("B", "Z"), ("Z", "root"), ("root", null), ("a", "Z"), ("Y", "root")]);

        Assert.Equal(["Y", "B", "a", "b", "Z", "root"], tree.Nodes.Select(node => node.Code));
        Assert.Equal(["Y", "B", "a", "b"], tree.Leaves.Select(leaf => leaf.Code));
        Assert.Equal([1, 2, 2, 2, 1, 0], tree.Nodes.Select(node => node.Depth));
        Assert.Equal([5, 4, 4, 4, 5, -1], tree.Nodes.Select(node => node.Parent));
        Assert.Equal([1, 2, 3], tree["Z"].Children);
        Assert.Equal(2, tree.Depth);
        Assert.Equal("root", tree.Root.Code);
        Assert.True(tree.Contains("a"));
        Assert.False(tree.Contains("c"));
    }

    [Fact]
    public void A_code_that_stands_twice_is_refused() =>
        Refused("The code a stands twice in the tree.", ("I", null), ("a", "I"), ("a", "I"));

    [Fact]
    public void A_tree_without_a_root_is_refused() => Refused("A tree has one root; this one has 0.", ("a", "b"), ("b", "a"));

    [Fact]
    public void A_tree_with_two_roots_is_refused() => Refused("A tree has one root; this one has 2.", ("I", null), ("J", null));

    [Fact]
    public void A_parent_that_is_not_there_is_refused() => Refused("The parent P is not in the tree.", ("I", null), ("a", "P"));

    [Fact]
    public void A_cycle_beside_the_root_is_refused() => Refused("The tree has a cycle.", ("I", null), ("a", "b"), ("b", "a"));

    [Fact]
    public void A_node_that_is_its_own_parent_is_refused() => Refused("The tree has a cycle.", ("I", null), ("a", "a"));

    private static void Refused(string sentence, params (string, string?)[] pairs) =>
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(() => IndexTree.Build(pairs)).Message, StringComparison.Ordinal);
}
