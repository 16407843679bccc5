namespace Gci.Editions.Tests.Drafting;

/// <summary>Which lines differ between two texts.</summary>
internal static class Lines
{
    /// <summary>Lines that went (<c>- </c>) and came (<c>+ </c>), by a longest common part; the order is that of the texts.</summary>
    internal static IReadOnlyList<string> Changed(string before, string after)
    {
        var (a, b) = (before.Split('\n'), after.Split('\n'));
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var changed = new List<string>();
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                changed.Add("- " + a[i++]);
            }
            else
            {
                changed.Add("+ " + b[j++]);
            }
        }

        return changed;
    }
}
