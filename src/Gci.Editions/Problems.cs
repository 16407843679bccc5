using System.Globalization;

namespace Gci.Editions;

/// <summary>Collects every problem that is found, so that an author sees all of them at once.</summary>
public sealed class Problems
{
    // Line 9 stands before line 10, and cell C7 before C10.
    private static readonly StringComparer s_places = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    private readonly List<Problem> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>The problems by file and line, each once.</summary>
    public IReadOnlyList<Problem> InOrder() =>
    [
        .. _found.Distinct()
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Place, s_places)
            .ThenBy(problem => problem.Sentence, StringComparer.Ordinal),
    ];

    public void Add(string file, int line, string sentence) => Add(file, line.ToString(CultureInfo.InvariantCulture), sentence);

    public void Add(string file, string place, string sentence) => _found.Add(new(file, place, sentence));

    public void Add(Problems others)
    {
        ArgumentNullException.ThrowIfNull(others);
        _found.AddRange(others._found);
    }
}
