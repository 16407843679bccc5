using System.Globalization;
using System.Text;
using Gci.Editions;
using Gci.Scoring.Aggregation;
using Gci.Tiering.Stability;

namespace Gci.Cli;

/// <summary>One draw of a study as CSV: each thing that was drawn beside the edition's own, then the tiers that came of it.</summary>
internal static class DrawText
{
    internal static string Of(StabilityModel model, ulong seed, long number, Edition edition)
    {
        var (replay, text) = (DrawReplay.Of(model, seed, number), new StringBuilder("kind,code,own,drawn\n"));
        var scorer = model.Scores.Scorer;
        foreach (var node in scorer.Tree.Nodes.Where(node => node.Parent >= 0).OrderBy(node => node.Code, StringComparer.Ordinal))
        {
            var siblings = scorer.Tree.Nodes[node.Parent].Children.Select(child => scorer.Tree.Nodes[child].Code).ToArray();
            Row("weight", node.Code, Number(scorer.Weights[node.Code] / siblings.Sum(code => scorer.Weights[code])), Number(replay.Weights[node.Code] / siblings.Sum(code => replay.Weights[code])));
        }

        if (replay.Aggregation is { } aggregation)
        {
            Row("aggregation", edition.Levels[aggregation.Depth].Name, Aggregators.Setting(scorer.LevelAt(aggregation.Depth).Aggregator), Aggregators.Setting(aggregation.Aggregator));
        }

        if (replay.Missing is { } missing)
        {
            Row("unanswered", edition.Levels[missing.Depth].Name, SourceOptions.Word(scorer.LevelAt(missing.Depth).Unknown), SourceOptions.Word(missing.Policy));
        }

        var own = model.Scheme.Bounds([.. model.Rows.Select(row => model.Scores[row, scorer.Tree.Root.Position])], model.Maximum);
        for (var bound = 0; bound < replay.Bounds.Length; bound++)
        {
            Row("bound", model.Scheme.BestFirst[bound].Code, Number(own[bound]), Number(replay.Bounds[bound]));
        }

        var rows = model.Countries.Select((country, place) => (country, model.Rows[place])).ToDictionary(StringComparer.Ordinal);
        foreach (var credit in replay.Credits.OrderBy(credit => credit.Country, StringComparer.Ordinal).ThenBy(credit => credit.Question, StringComparer.Ordinal))
        {
            var node = scorer.Tree[credit.Question].Position;
            Row("credit", $"{credit.Country}/{credit.Question}", Number(model.Scores[rows[credit.Country], node] / scorer.Maximum(node)), Number(credit.Credit));
        }

        for (var country = 0; country < model.Countries.Length; country++)
        {
            Row("tier", model.Countries[country], model.Nominal[country].Code, replay.Tiers[country].Code);
        }

        return text.ToString();

        void Row(string kind, string code, string own, string drawn) => text.Append(CultureInfo.InvariantCulture, $"{kind},{code},{own},{drawn}\n");
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
