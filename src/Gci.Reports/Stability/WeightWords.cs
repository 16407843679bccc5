using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions;
using Gci.Reports.Sections;
using Gci.Tiering.Stability;

namespace Gci.Reports.Stability;

/// <summary>The smallest changes of weights in words. (Method 7.5)</summary>
internal sealed class WeightWords(Edition edition)
{
    private const int MostNamed = 5;
    private readonly ImmutableDictionary<string, string> titles = edition.Pillars.Select(pillar => (pillar.Code, pillar.Title))
        .Concat((edition.Questionnaire?.Items() ?? []).Select(item => (item.Code, Title: $"{item.Code} {item.Title}")))
        .ToImmutableDictionary(pair => pair.Code, pair => pair.Title);

    /// <summary>One change in a sentence; of many moves the largest are named.</summary>
    internal string Of(WeightFlip flip)
    {
        var named = flip.Moves.Take(MostNamed).Select(move => $"{titles.GetValueOrDefault(move.Code, move.Code)} from {Percent(move.From)} to {Percent(move.To)}");
        var rest = flip.Moves.Length - MostNamed;
        return $"The smallest change of weights of {edition.Levels[flip.Depth].Plural} that would bring it to {flip.To.Code}: "
            + $"{(rest > 0 ? $"{string.Join(", ", named)} and smaller changes of {rest.ToString(CultureInfo.InvariantCulture)} more" : SummarySection.List(named))}.";
    }

    /// <summary>One change in short, for a cell of a table; every move by its code.</summary>
    internal string Short(WeightFlip flip) =>
        $"{edition.Levels[flip.Depth].Plural}: {string.Join(", ", flip.Moves.Select(move => $"{move.Code} {Percent(move.From)} to {Percent(move.To)}"))}";

    private static string Percent(double share) => (100 * share).ToString("0.0#", CultureInfo.InvariantCulture) + "\u00a0%";
}
