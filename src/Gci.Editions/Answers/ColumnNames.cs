namespace Gci.Editions.Answers;

/// <summary>Holds the column names of a table that was handed in against those that it has to have.</summary>
public static class ColumnNames
{
    /// <summary>One sentence for each name that is missing, unknown or there twice.</summary>
    public static IEnumerable<string> Mistakes(IReadOnlyCollection<string> given, IReadOnlyCollection<string> needed, IReadOnlyCollection<string> optional)
    {
        foreach (var name in given.Distinct().Where(name => !needed.Contains(name) && !optional.Contains(name)))
        {
            var others = optional.Count > 0 ? $" and, if wanted, {string.Join(", ", optional)}" : "";
            yield return $"The column {Quoted.Text(name)} is not known; the columns are {string.Join(", ", needed)}{others}.";
        }

        foreach (var twice in given.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            yield return $"The column {Quoted.Text(twice.Key)} stands {twice.Count()} times; it stands once.";
        }

        foreach (var name in needed.Where(name => !given.Contains(name)))
        {
            yield return $"The column \"{name}\" is missing.";
        }
    }
}
