using System.Collections.Immutable;

namespace Gci.Editions.Answers;

/// <summary>How a country's published answers came about.</summary>
public enum AnswerSource
{
    /// <summary>The country answered, certified and submitted.</summary>
    Questionnaire,

    /// <summary>Reviewers answered from public sources, and the country agreed.</summary>
    DeskResearchValidated,

    /// <summary>Reviewers answered from public sources; the country did not say anything to it.</summary>
    DeskResearchNotValidated,
}

/// <summary>The words that files use for <see cref="AnswerSource"/>, and the file with one for each country.</summary>
public static class AnswerSources
{
    private static readonly ImmutableDictionary<string, AnswerSource> s_byCode = Enum.GetValues<AnswerSource>().ToImmutableDictionary(source => source.Code(), StringComparer.Ordinal);

    public static string Code(this AnswerSource source) => source switch
    {
        AnswerSource.Questionnaire => "questionnaire",
        AnswerSource.DeskResearchValidated => "desk-research-validated",
        AnswerSource.DeskResearchNotValidated => "desk-research-not-validated",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Reads CSV with the columns <c>country</c> and <c>source</c>. Empty if anything is among the problems.</summary>
    /// <param name="countries">The edition's countries by their codes of three letters.</param>
    public static ImmutableSortedDictionary<string, AnswerSource> Read(string file, ReadOnlyMemory<byte> content, IReadOnlySet<string> countries, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(problems);
        var sources = ImmutableSortedDictionary.CreateBuilder<string, AnswerSource>(StringComparer.Ordinal);
        var table = CsvTable.Read(file, content, ["country", "source"], [], problems);
        foreach (var row in table?.Rows ?? [])
        {
            var (country, code) = (table![row, "country"], table[row, "source"]);
            if (CountryCodes.Mistake(country, countries) is { } sentence)
            {
                problems.Add(file, row.Line, sentence);
            }
            else if (!s_byCode.TryGetValue(code, out var source))
            {
                problems.Add(file, row.Line, $"\"source\" is {Quoted.Text(code)}; it is one of {string.Join(", ", s_byCode.Keys.Order(StringComparer.Ordinal))}.");
            }
            else if (!sources.TryAdd(country, source))
            {
                problems.Add(file, row.Line, $"The country {country} stands twice.");
            }
        }

        return problems.Any ? ImmutableSortedDictionary<string, AnswerSource>.Empty : sources.ToImmutable();
    }
}
