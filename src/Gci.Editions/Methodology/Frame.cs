using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;
using Gci.Scoring;
using Gci.Scoring.Aggregation;

namespace Gci.Editions.Methodology;

/// <summary>What <c>pillars.yaml</c> says: the edition itself, its levels and its pillars.</summary>
internal sealed partial record Frame(
    string Id,
    string Title,
    string? About,
    EditionStatus Status,
    DateOnly ReferenceDate,
    string IndexCode,
    double Points,
    string? Questionnaire,
    Paragraphs Paragraphs,
    ImmutableArray<Level> Levels,
    ImmutableArray<Pillar> Pillars)
{
    private static readonly Dictionary<string, EditionStatus> s_statuses = new()
    {
        ["draft"] = EditionStatus.Draft,
        ["testing"] = EditionStatus.Testing,
        ["published"] = EditionStatus.Published,
    };

    private static readonly Dictionary<string, UnknownPolicy> s_policies = new()
    {
        ["zero"] = UnknownPolicy.Zero,
        ["missing"] = UnknownPolicy.Renormalise,
        ["blocked"] = UnknownPolicy.Block,
    };

    private static readonly Dictionary<string, Func<MapReader, Aggregator>> s_aggregators = new()
    {
        ["points"] = _ => new Points(),
        ["arithmetic"] = _ => new ArithmeticMean(),
        ["geometric"] = _ => new GeometricMean(),
        ["harmonic"] = _ => new HarmonicMean(),
        ["power"] = map => new PowerMean(map.Number("power")),
    };

    internal static Frame Read(MapReader map, string folder, MethodText method)
    {
        var id = map.Text("edition");
        if (id != folder && id.Length > 0)
        {
            map.Problem("edition", $"The edition is \"{id}\" and its folder \"{folder}\"; they must be the same.");
        }

        map.Text("source");
        var frame = new Frame(
            id,
            map.Text("title"),
            map.OptionalText("about"),
            map.OneOf("status", s_statuses),
            map.Date("reference-date"),
            Code(map, "index"),
            map.Number("points"),
            map.OptionalText("questionnaire"),
            ReadParagraphs(map, method),
            [.. map.Maps("levels").Select((level, depth) => Level(level, depth, method))],
            [.. map.Maps("pillars").Select(Pillar)]);
        frame.Check(map);
        map.Done();
        return frame;
    }

    private static Paragraphs ReadParagraphs(MapReader frame, MethodText method)
    {
        if (frame.Map("paragraphs") is not { } map)
        {
            return frame.Missing("paragraphs", new Paragraphs("", "", "", "", ""));
        }

        var asks = frame.Has("questionnaire");
        var paragraphs = new Paragraphs(
            method.Cited(map, "observed"),
            method.Cited(map, "pillar-tiers"),
            method.Cited(map, "means"),
            asks ? method.Cited(map, "unanswered") : "",
            asks ? method.Cited(map, "inactive") : "")
        {
            Firmness = map.OptionalText("firmness") is null ? null : method.Cited(map, "firmness"),
        };
        map.Done();
        return paragraphs;
    }

    private static Level Level(MapReader map, int depth, MethodText method)
    {
        var aggregator = map.OneOf("aggregation", s_aggregators)(map);
        var policy = depth == 0 ? UnknownPolicy.Block : map.OneOf("unanswered", s_policies);
        var availability = map.OptionalNumber("availability") ?? 0;
        if (availability is < 0 or > 1)
        {
            map.Problem("availability", "\"availability\" is a share between 0 and 1.");
        }

        var level = new Level(map.Text("name"), map.Text("plural"), new(aggregator, policy, availability), method.Cited(map, "paragraph"));
        map.Done();
        return level;
    }

    // Codes of items begin with their pillar's and have a hyphen; so neither kind can be taken for the other.
    private static string Code(MapReader map, string key)
    {
        var code = map.Text(key);
        if (code.Length > 0 && !Capitals().IsMatch(code))
        {
            map.Problem(key, $"The code \"{code}\" must be capital letters and digits, beginning with a letter.");
        }

        return code;
    }

    private static Pillar Pillar(MapReader map)
    {
        var pillar = new Pillar(Code(map, "code"), map.Text("variable"), map.Text("title"), map.Number("points"), map.Text("source"));
        if (pillar.Variable.Length > 0 && !SectionReader.Variable().IsMatch(pillar.Variable))
        {
            map.Problem("variable", $"The variable \"{pillar.Variable}\" must be small letters, digits and underscores, beginning with a letter.");
        }

        if (pillar.Points is not (> 0 and <= 1e9))
        {
            map.Problem("points", "A pillar has more than 0 points, and at most 1,000,000,000.");
        }

        map.Done();
        return pillar;
    }

    private void Check(MapReader map)
    {
        if (Levels.Length < 2)
        {
            map.Problem("levels", "There are at least two levels: the whole index and its pillars.");
        }

        if (Pillars.IsEmpty)
        {
            map.Problem("pillars", "\"pillars\" is missing or empty.");
        }

        foreach (var twice in Pillars.GroupBy(pillar => pillar.Code).Concat(Pillars.GroupBy(pillar => pillar.Variable)).Where(group => group.Count() > 1))
        {
            map.Problem("pillars", $"The pillar {twice.Key} stands twice.");
        }

        if (Pillars.Any(pillar => pillar.Code == IndexCode))
        {
            map.Problem("index", $"The code {IndexCode} is that of a pillar; the whole index needs its own.");
        }

        var sum = Pillars.Sum(pillar => Exact(pillar.Points));
        if (sum != Exact(Points))
        {
            map.Problem("pillars", FormattableString.Invariant($"The pillars' points add up to {sum} and not to the index's {Points}."));
        }
    }

    // A pillar has at most 1e9 points; what is absurd must not overflow.
    private static decimal Exact(double points) => (decimal)Math.Clamp(points, -1e12, 1e12);

    [GeneratedRegex("^[A-Z][A-Z0-9]*$")]
    private static partial Regex Capitals();
}
