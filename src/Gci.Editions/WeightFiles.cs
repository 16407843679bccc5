using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;
using Gci.Scoring;
using Gci.Scoring.Elicitation;

namespace Gci.Editions;

/// <summary>Writes an edition's weight files from the ballots kept beside them.</summary>
internal static class WeightFiles
{
    /// <summary>Path and content of each weight file; nothing is written. Null with the reasons among the problems.</summary>
    internal static IReadOnlyList<(string Path, string Content)>? FromBallots(EditionFiles files, Problems problems)
    {
        var method = MethodText.Read(files.Methodology.File("method.md"), problems);
        if (YamlFile.Read(files.Methodology.File("pillars.yaml"), problems) is not { } map)
        {
            return null;
        }

        var frame = Frame.Read(map, files.Id, method);
        if (frame.Questionnaire is not { } id)
        {
            map.Problem("edition", "The edition has no questionnaire, and so no weights below its pillars.");
            return null;
        }

        var questionnaire = QuestionnaireReader.Read(files.Questionnaire(id), [.. frame.Pillars.Select(pillar => (pillar.Code, pillar.Variable))], problems);
        var ballots = BallotsReader.Read(files.Methodology.Folder("ballots"), problems);
        if (problems.Any)
        {
            return null;
        }

        var tree = EditionReader.Tree(frame, questionnaire);
        CheckBallots(tree, ballots, files, problems);
        if (problems.Any)
        {
            return null;
        }

        var given = frame.Pillars.ToDictionary(pillar => pillar.Code, pillar => (decimal)pillar.Points);
        var weights = BudgetAllocation.Weights(tree, ballots, given);
        return [.. frame.Pillars.Select(pillar => (
            files.Methodology.Folder("weights").File(pillar.Variable + ".yaml").Path,
            Text(questionnaire.Sections.First(section => section.Pillar == pillar.Code), weights, ballots)))];
    }

    private static void CheckBallots(IndexTree tree, IReadOnlyList<Ballot> ballots, EditionFiles files, Problems problems)
    {
        foreach (var ballot in ballots)
        {
            var name = files.Methodology.Folder("ballots").File(ballot.Expert + ".csv").Name;
            foreach (var code in ballot.Points.Keys.Where(code => !tree.Contains(code)).Order(StringComparer.Ordinal))
            {
                problems.Add(name, 1, $"{code} is not a scored item of the edition.");
            }

            foreach (var group in tree.Nodes.Where(node => !node.IsLeaf))
            {
                var points = group.Children.Where(child => ballot.Points.ContainsKey(tree.Nodes[child].Code)).Select(child => ballot.Points[tree.Nodes[child].Code]).ToArray();
                if (points.Length > 0 && (points.Length < group.Children.Length || Math.Abs(points.Sum() - Ballot.Budget) > 1e-6))
                {
                    problems.Add(name, 1, FormattableString.Invariant($"The items below {group.Code} get {points.Sum()} points on {points.Length} of {group.Children.Length} items; a group is left out whole, or all its items together get {Ballot.Budget}."));
                }
            }
        }
    }

    private static string Text(Section section, ImmutableSortedDictionary<string, decimal> weights, IReadOnlyCollection<Ballot> ballots)
    {
        var illustrative = ballots.All(ballot => ballot.Expert.StartsWith("illustrative", StringComparison.Ordinal));
        var source = FormattableString.Invariant($"Mean of {ballots.Count} {(illustrative ? "illustrative " : "")}ballots.{(illustrative ? " Not the weights of ITU's Expert Group, which are not public." : "")}");
        var text = new StringBuilder("# yaml-language-server: $schema=../../schema/weights.schema.json\n")
            .Append(CultureInfo.InvariantCulture, $"illustrative: {(illustrative ? "true" : "false")}\nsource: \"{source}\"\nweights: # from ../ballots, by: gci weights\n");
        foreach (var item in new Questionnaire([section], []).Items().Where(item => weights.ContainsKey(item.Code)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {item.Code}: {weights[item.Code]:0.000000}\n");
        }

        return text.ToString();
    }
}
