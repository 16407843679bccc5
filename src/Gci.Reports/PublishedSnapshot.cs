using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Answers;

namespace Gci.Reports;

/// <summary>The snapshot of verified answers that a publication was computed from, and from which nothing else was.</summary>
/// <param name="Number">1 for the first freeze, 2, 3, … for later ones and for corrections.</param>
/// <param name="Hash">SHA-256 over definition, answers and sources.</param>
/// <param name="Sources">How each country's answers came about.</param>
/// <param name="Corrections">What was corrected up to this snapshot, the earliest first.</param>
public sealed record PublishedSnapshot(int Number, string Hash, ImmutableSortedDictionary<string, AnswerSource> Sources, ImmutableArray<Correction> Corrections)
{
    /// <summary>What was counted, in a sentence.</summary>
    internal const string Counted =
        "Only verified answers were counted: what reviewers found proven by evidence. An answer that was partly proven counts as far as it is proven. "
        + "An answer that was not proven, and a question without an answer, count for nothing. Answers from desk research count where nothing was said against them.";

    /// <summary>How the answers of the countries came about, with how many there are of each.</summary>
    internal IEnumerable<(AnswerSource Source, int Countries)> Counts() =>
        Enum.GetValues<AnswerSource>().Select(source => (source, Sources.Values.Count(found => found == source))).Where(pair => pair.Item2 > 0);

    /// <summary>The same in words.</summary>
    internal string CountsText() => string.Join("; ", Counts().Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Said(pair.Source)}: {pair.Countries}")));

    internal static string Said(AnswerSource source) => source switch
    {
        AnswerSource.Questionnaire => "Questionnaire",
        AnswerSource.DeskResearchValidated => "Desk research, validated",
        AnswerSource.DeskResearchNotValidated => "Desk research, not validated",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What the public is told about a correction of published results.</summary>
/// <param name="Number">The snapshot that corrects.</param>
public sealed record Correction(int Number, DateOnly Date, string Note);
