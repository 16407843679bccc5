using System.Diagnostics;
using System.Globalization;
using Gci.Editions;
using Gci.Reports.Sections;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Draws;
using Gci.Tiering.Stability;

namespace Gci.Reports.Stability;

/// <summary>What was uncertain in a study, in words, with the edition's own names of its levels. (Method 7.1)</summary>
internal sealed class SourceWords(Edition edition, UncertaintySources sources)
{
    /// <summary>What was varied, to follow "other plausible": "weights, methods and answers".</summary>
    internal string Varied => VariedWords().ToArray() is { Length: > 0 } words ? SummarySection.List(words) : "choices";

    /// <summary>The sources in use with what each is called and a sentence of how it was drawn, in their fixed order.</summary>
    internal IEnumerable<(string Code, string Name, string Sentence)> All => sources.Codes.Select(code => (code, Name(code), Sentence(code)));

    /// <summary>What the source with a code is called at the beginning of a line.</summary>
    internal string Name(string code) => code switch
    {
        UncertaintySources.BallotsCode => "Experts' ballots",
        UncertaintySources.AggregationCode => "How parts are put together",
        UncertaintySources.MissingCode => "What is not known",
        UncertaintySources.ThresholdsCode => "Bounds between tiers",
        UncertaintySources.AnswersCode => "Doubtful answers",
        _ => $"Weights of {Plural(DepthOf(code))}",
    };

    private IEnumerable<string> VariedWords()
    {
        if (!sources.Weights.IsEmpty)
        {
            yield return "weights";
        }

        if (!sources.Aggregations.IsEmpty || !sources.Missing.IsEmpty)
        {
            yield return "methods";
        }

        if (sources.Thresholds > 0)
        {
            yield return "bounds between tiers";
        }

        if (!sources.Answers.IsEmpty)
        {
            yield return "answers";
        }
    }

    private string Sentence(string code) => code switch
    {
        UncertaintySources.BallotsCode => Ballots(),
        UncertaintySources.AggregationCode => "the edition's own way, or instead " + Either(sources.Aggregations.Select(Aggregation)),
        UncertaintySources.MissingCode => "as the edition has it, or instead " + Either(sources.Missing.Select(Missing)),
        UncertaintySources.ThresholdsCode => $"each lies up to {Points(sources.Thresholds)} above or below its own place, anywhere with the same chance.",
        UncertaintySources.AnswersCode => Answers(),
        _ => Weights(sources.Weights[DepthOf(code)]),
    };

    private static string Weights(WeightSampler sampler) => sampler switch
    {
        NoisyWeights noisy => $"each is drawn within {ShareText.InWords(noisy.Factor)} of its value, anywhere with the same chance.",
        DirichletWeights dirichlet =>
            $"drawn together in each group around their values (a Dirichlet distribution, concentration {Number(dirichlet.Concentration)}): a weight that is a quarter of its group "
            + $"varies by {Number(Math.Round(100 * Math.Sqrt(0.1875 / (dirichlet.Concentration + 1)), 1))} percentage points (standard deviation).",
        BoundedWeights { Share: 0 } => "any weights at all, each mix with the same chance.",
        BoundedWeights bounded => $"any weights of which none is less than {ShareText.InWords(bounded.Share)} of its value, each mix with the same chance.",
        OrdinalWeights => "any weights in the same order, so that the heaviest of a group stays the heaviest, each mix with the same chance.",
        BallotWeights => "drawn from the experts' ballots.",
        _ => throw new UnreachableException(),
    };

    private string Ballots()
    {
        var levels = SummarySection.List(sources.Weights.Where(pair => pair.Value is BallotWeights).Select(pair => Plural(pair.Key)));
        return $"the weights of {levels} come from {Count(sources.Ballots.Length, "ballot", "ballots")}, drawn from those that were cast: in a draw some experts count more than once and others not at all.";
    }

    private string Aggregation(AggregationChoice choice) => $"{Said(choice.Aggregator)} where {Group(choice.Depth)} made from {Plural(choice.Depth + 1)}";

    private string Missing(MissingChoice choice) => $"{(choice.Depth == 0 ? "the index" : $"{Plural(choice.Depth)} that are")} not known " + choice.Policy switch
    {
        UnknownPolicy.Zero => "earn nothing",
        UnknownPolicy.Renormalise => "are left out, and the others of their group count for more",
        UnknownPolicy.Block => "leave their group without a value",
        _ => throw new UnreachableException(),
    };

    private string Answers()
    {
        var answers = $"{Count(sources.Answers.Length, "answer", "answers")} of {Count(sources.Answers.Select(doubt => doubt.Country).Distinct().Count(), "country", "countries")}";
        return $"{answers} {(sources.Answers.Length == 1 ? "is" : "are")} not certain, for example because the evidence is verified in part only: in a draw such an answer {string.Join(", or ", Doubts())}.";
    }

    private IEnumerable<string> Doubts()
    {
        if (sources.Answers.Any(doubt => doubt.Holds is not null))
        {
            yield return "holds or fails with a chance that was set for it";
        }

        if (sources.Answers.Any(doubt => doubt.Holds is null))
        {
            yield return "earns anything between a least and a most credit";
        }
    }

    private static string Said(Aggregator aggregator) => aggregator switch
    {
        Scoring.Aggregation.Points => "the sum of the points",
        PowerMean power => $"the mean of power {Number(power.Power)}",
        _ => $"the {aggregator.Name} mean",
    };

    private string Group(int depth) => depth == 0 ? "the index is" : $"{Plural(depth)} are";

    private static string Either(IEnumerable<string> ways) => string.Join(", or ", ways) + "; each in the same share of draws.";

    private static string Points(double points) => points == 1 ? "1 point" : $"{Number(points)} points";

    private static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(double number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture);

    private string Plural(int depth) => edition.Levels[depth].Plural;

    private static int DepthOf(string code) => int.Parse(code.AsSpan(code.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
}
