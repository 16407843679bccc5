using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;
using Gci.Scoring;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>weights/PILLAR.yaml</c>: points for every scored item below the pillar.</summary>
internal sealed class WeightsReader(Frame frame, Questionnaire questionnaire, Problems problems)
{
    private const decimal Largest = 1_000_000_000;

    private readonly Dictionary<string, decimal> _weights = new(StringComparer.Ordinal);
    private readonly List<string> _sources = [];
    private bool _isIllustrative;

    internal WeightTable Read(DefinitionFolder folder)
    {
        foreach (var pillar in frame.Pillars)
        {
            _weights[pillar.Code] = (decimal)Math.Clamp(pillar.Points, 0, (double)Largest);
            var section = questionnaire.Sections.FirstOrDefault(section => section.Pillar == pillar.Code);
            if (section is not null && YamlFile.Read(folder.File(pillar.Variable + ".yaml"), problems) is { } map)
            {
                Read(map, pillar, section);
            }
        }

        foreach (var stray in folder.YamlFiles().Where(name => frame.Pillars.All(pillar => pillar.Variable + ".yaml" != name)))
        {
            problems.Add(folder.File(stray).Name, 1, "This file belongs to no pillar of the edition; name it after a pillar's variable.");
        }

        var set = new WeightSet($"{frame.Id}", _weights.ToImmutableDictionary(pair => pair.Key, pair => (double)pair.Value, StringComparer.Ordinal));
        return new(set, _isIllustrative, string.Join(" ", _sources.Distinct()));
    }

    private void Read(MapReader map, Pillar pillar, Section section)
    {
        _isIllustrative |= map.Flag("illustrative", otherwise: false);
        _sources.Add(map.Text("source"));
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var weights = map.Map("weights");
        var scored = new Questionnaire([section], []).Items().Where(IsScored).DistinctBy(item => item.Code).ToDictionary(item => item.Code, StringComparer.Ordinal);
        foreach (var (code, value) in weights?.Entries() ?? [])
        {
            lines[code.Text] = code.Line;
            if (!scored.ContainsKey(code.Text))
            {
                problems.Add(map.File, code.Line, $"There is a weight for {code.Text}, which is not a scored item of {pillar.Code}.");
            }
            else if (value is YamlText text && decimal.TryParse(text.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= Largest)
            {
                _weights[code.Text] = weight;
            }
            else
            {
                problems.Add(map.File, code.Line, $"The weight of {code.Text} must be a number of at least 0, such as 1.25.");
            }
        }

        foreach (var item in scored.Values.Where(item => !lines.ContainsKey(item.Code)))
        {
            problems.Add(map.File, weights?.Line ?? map.Line, $"{item.Code} has no weight.");
        }

        CheckSum(map, pillar.Code, section.Items, map.LineOf("weights"));
        foreach (var group in scored.Values.OfType<ItemGroup>())
        {
            CheckSum(map, group.Code, group.Items, lines.GetValueOrDefault(group.Code, map.Line));
        }

        map.Done();
    }

    private void CheckSum(MapReader map, string parent, ImmutableArray<Item> items, int line)
    {
        string[] codes = [.. items.Where(IsScored).Select(item => item.Code)];
        if (!codes.All(_weights.ContainsKey) || !_weights.TryGetValue(parent, out var points))
        {
            return;
        }

        var sum = codes.Sum(code => _weights[code]);
        if (sum != points)
        {
            problems.Add(map.File, line, FormattableString.Invariant($"The weights below {parent} add up to {sum} and not to its {points} points."));
        }
    }

    internal static bool IsScored(Item item) => item is Question { IsScored: true } || (item is ItemGroup group && group.Items.Any(IsScored));
}
