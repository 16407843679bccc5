using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Answers;
using Gci.Editions.Results;

namespace Gci.Editions.Cases;

/// <summary>Scores a case and compares.</summary>
public static class CaseRun
{
    /// <summary>A problem for each thing that is not as expected; none where the case holds.</summary>
    public static Problems Of(ScoreCase example, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(edition);
        var problems = new Problems();
        if (Score(example, edition, problems) is { } results)
        {
            foreach (var (key, text, line) in example.Expected)
            {
                if (Difference(results, key, text, example.Margin) is { } difference)
                {
                    problems.Add(example.File, line, $"{example.Name}: {difference}");
                }
            }
        }

        return problems;
    }

    private static EditionResults? Score(ScoreCase example, Edition edition, Problems problems)
    {
        // Any country will do: scores do not depend on which one answers.
        var country = edition.Countries.Keys.First();
        if (!example.Points.IsEmpty)
        {
            return Points(example, edition, country, problems);
        }

        if (edition.Questionnaire is null)
        {
            problems.Add(example.File, example.Line, $"{example.Name}: edition {edition.Id} has no questionnaire.");
            return null;
        }

        var rows = example.Answers.Select(answer => new AnswerRow(example.File, answer.Line.ToString(CultureInfo.InvariantCulture), country, answer.Key, answer.Text, null));
        var sheets = AnswerSheets.From(rows, edition.Questionnaire, edition.CountryCodes(), edition.ReferenceDate, problems);
        return problems.Any ? null : EditionResults.Of(edition, sheets);
    }

    private static EditionResults? Points(ScoreCase example, Edition edition, string country, Problems problems)
    {
        var points = ImmutableDictionary.CreateBuilder<string, double>();
        foreach (var (key, text, line) in example.Points)
        {
            if (edition.Pillars.FirstOrDefault(pillar => pillar.Variable == key) is not { } pillar)
            {
                problems.Add(example.File, line, $"{key} is not a pillar of edition {edition.Id}.");
            }
            else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value >= 0 && value <= pillar.Points))
            {
                problems.Add(example.File, line, FormattableString.Invariant($"{key} must be a number between 0 and {pillar.Points}."));
            }
            else
            {
                points[pillar.Code] = value;
            }
        }

        return problems.Any ? null : EditionResults.Of(edition, new Dictionary<string, ImmutableDictionary<string, double>> { [country] = points.ToImmutable() });
    }

    private static string? Difference(EditionResults results, string key, string expected, double margin)
    {
        var (country, edition) = (results.Countries[0], results.Edition);
        if (key == "tier" || key.StartsWith("tier_", StringComparison.Ordinal))
        {
            var pillar = country.Pillars.FirstOrDefault(pillar => "tier_" + pillar.Pillar.Variable == key);
            var tier = (key == "tier" ? country.Tier : pillar?.Tier)?.Code ?? "unknown";
            return key != "tier" && pillar is null ? $"there is no {key} in edition {edition.Id}."
                : tier == expected ? null
                : $"{key} is {tier}, expected {expected}.";
        }

        var code = key == "overall" ? edition.Tree.Root.Code : edition.Pillars.FirstOrDefault(pillar => pillar.Variable == key)?.Code ?? key;
        if (!edition.Tree.Contains(code))
        {
            return $"there is no {key} in edition {edition.Id}.";
        }

        var value = results.Scores[country.Row, edition.Tree[code].Position];
        if (!double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return expected == "unknown" && double.IsNaN(value) ? null : $"{key} is {Text(value)}, expected {expected}.";
        }

        return Math.Abs(value - number) <= margin ? null : $"{key} is {Text(value)}, expected {expected}.";
    }

    private static string Text(double value) => double.IsNaN(value) ? "unknown" : value.ToString("0.0########", CultureInfo.InvariantCulture);
}
