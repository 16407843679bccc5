using Gci.Editions;

namespace Gci.Reports.Studies;

/// <summary>Joins the parts of a study that were made on several machines.</summary>
public static class StudyParts
{
    /// <summary>The study of all draws, with the bits of one machine; null with every reason among the problems.</summary>
    /// <param name="parts">In any order, by where they lie; together they hold each draw once, from the first on.</param>
    public static StudyFile? Join(IReadOnlyCollection<(string Path, StudyFile File)> parts, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(problems);
        var (found, ordered) = (new Problems(), parts.OrderBy(part => part.File.Study.Counts.Range.From).ThenBy(part => part.Path, StringComparer.Ordinal).ToArray());
        var common = StudyJson.Common(ordered[0].File);
        foreach (var (path, _) in ordered.Skip(1).Where(part => StudyJson.Common(part.File) != common))
        {
            found.Add(path, 1, $"This part is of another study than {ordered[0].Path}: another edition, seed, source of uncertainty or other answers.");
        }

        if (ordered[0].File.Study.Counts.Range.From is > 0 and var missing)
        {
            found.Add(ordered[0].Path, 1, FormattableString.Invariant($"The draws from 0 to {missing} are in no part; make them with --from 0 --to {missing}."));
        }

        foreach (var (before, next) in ordered.Zip(ordered.Skip(1)))
        {
            var (end, start) = (before.File.Study.Counts.Range.To, next.File.Study.Counts.Range.From);
            if (end != start)
            {
                found.Add(next.Path, 1, end < start
                    ? FormattableString.Invariant($"The draws from {end} to {start} are in no part; make them with --from {end} --to {start}.")
                    : FormattableString.Invariant($"The draws from {start} to {end} are in {before.Path} too; give each part once."));
            }
        }

        problems.Add(found);
        return found.Any ? null : ordered[0].File with
        {
            Study = ordered[0].File.Study with { Counts = ordered.Select(part => part.File.Study.Counts).Aggregate((sum, next) => sum.With(next)) },
        };
    }
}
