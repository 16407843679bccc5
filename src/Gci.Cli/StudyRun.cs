using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gci.Editions;
using Gci.Editions.Results;
using Gci.Reports.Files;
using Gci.Reports.Studies;
using Gci.Scoring.Elicitation;
using Gci.Tiering.Sensitivity;
using Gci.Tiering.Stability;

namespace Gci.Cli;

/// <summary>Makes a study of an edition's tiers and writes its files.</summary>
internal static class StudyRun
{
    /// <exception cref="WrongUsageException">A source does not fit the edition or its answers.</exception>
    internal static StabilityModel Model(EditionResults results, UncertaintySources sources)
    {
        try
        {
            return results.Uncertain(sources);
        }
        catch (ArgumentException e)
        {
            // Without the name of the parameter, which is none of the command's.
            throw new WrongUsageException(e.Message.Split(" (Parameter ")[0]);
        }
    }

    /// <param name="sensitivity">Null where it is left out.</param>
    internal static async Task<StudyFile> MakeAsync(
        Terminal terminal, Edition edition, string inputs, StabilityModel model, ulong seed, DrawRange range, SensitivityStudy? sensitivity, int? threads, CancellationToken cancel)
    {
        StabilityCounts? counts = null;
        await terminal.RunAsync("Draws", range.Count, progress => counts = StabilityRun.Count(model, seed, range, threads, progress, cancel));
        return new(edition.Id, edition.Hash, inputs, Study.Of(model, seed, counts!, sensitivity?.Of(model, seed, threads, cancel) ?? []));
    }

    /// <summary>One hash of what is studied, a snapshot or files, and the ballots that are drawn from.</summary>
    /// <param name="snapshot">The hash of a snapshot of the service; null for none.</param>
    internal static string Inputs(string? snapshot, IEnumerable<string?> files, ImmutableArray<Ballot> ballots)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(snapshot ?? ""));
        foreach (var path in files)
        {
            hash.AppendData(path is null ? [0] : SHA256.HashData(File.ReadAllBytes(path)));
        }

        foreach (var ballot in ballots.OrderBy(ballot => ballot.Expert, StringComparer.Ordinal))
        {
            var votes = ballot.Points.OrderBy(vote => vote.Key, StringComparer.Ordinal).Select(vote => string.Create(CultureInfo.InvariantCulture, $"{vote.Key}={vote.Value:R}\n"));
            hash.AppendData(Encoding.UTF8.GetBytes($"{ballot.Expert}\n{string.Concat(votes)}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the three files into a folder.</summary>
    internal static async Task WriteAsync(StudyFile file, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var found = file.Study.Found();
        await File.WriteAllTextAsync(Path.Combine(folder, "stability.csv"), StabilityCsv.Text(found), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "sensitivity.csv"), SensitivityCsv.Text(found), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, StudyFile.Name), StudyJson.Text(file), cancel);
    }

    /// <summary>The whole study in a folder, of just these results.</summary>
    /// <exception cref="WrongInputException">It cannot be read, is a part, or is of other results.</exception>
    internal static Robustness Read(string folder, EditionResults results)
    {
        var (problems, path) = (new Problems(), Path.Combine(folder, StudyFile.Name));
        var file = StudyJson.Read(path, problems);
        WrongInputException.ThrowIfAny(problems);
        if (Mistake(file!, results) is { } sentence)
        {
            problems.Add(path, 1, sentence);
        }

        WrongInputException.ThrowIfAny(problems);
        return file!.Study.Found();
    }

    private static string? Mistake(StudyFile file, EditionResults results)
    {
        var (root, known) = (results.Edition.Tree.Root.Position, results.Countries.Where(country => country.Tier is not null).ToArray());
        return file.Study.Counts.Range.From > 0 ? "This is a part of a study; join the parts with gci robustness merge."
            : file.Edition != results.Edition.Id || file.Definition != results.Edition.Hash ? $"This study is of edition {file.Edition} as it was defined then; make it again with gci robustness."
            : !file.Study.Countries.Select(country => (country.Country, country.Nominal, country.Score)).SequenceEqual(known.Select(country => (country.Country.Iso3, country.Tier!, results.Scores[country.Row, root])))
                ? "This study is of other answers; make it again with gci robustness."
            : null;
    }
}
