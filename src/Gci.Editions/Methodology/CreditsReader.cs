using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;
using Gci.Scoring.Credits;

namespace Gci.Editions.Methodology;

/// <summary>Reads <c>credits.yaml</c>: what answers are worth, by kind of question and by question.</summary>
internal static class CreditsReader
{
    internal static ImmutableDictionary<string, Credit> Read(MapReader map, Questionnaire questionnaire, MethodText method)
    {
        map.Text("source");
        var questions = questionnaire.Questions().DistinctBy(question => question.Code).ToDictionary(question => question.Code, StringComparer.Ordinal);
        var types = map.Map("types");
        var own = map.Map("questions")?.Entries() ?? [];
        var credits = ImmutableDictionary.CreateBuilder<string, Credit>(StringComparer.Ordinal);
        foreach (var (code, value) in own)
        {
            if (!questions.TryGetValue(code.Text, out var question) || !question.IsScored)
            {
                map.Problems.Add(map.File, code.Line, $"There is a credit for {code.Text}, which is not a scored question of this edition.");
            }
            else if (map.AsMap(value, $"The credit of {code.Text} must be a map of keys.") is { } credit)
            {
                credits[code.Text] = Credit(credit, question, method, question.Code);
            }
        }

        foreach (var question in questions.Values.Where(question => question.IsScored && own.All(entry => entry.Key.Text != question.Code)))
        {
            if (types is not null && types.Map(question.Type.Name) is { } credit)
            {
                credits[question.Code] = Credit(credit, question, method, question.Type.Name);
            }
            else
            {
                map.Problem("questions", $"The scored question {question.Code} has no credit, and its type {question.Type.Name} has none either.");
            }
        }

        types?.Done();
        map.Done();
        return credits.ToImmutable();
    }

    /// <param name="name">What the credit is for, a question or a type, for messages.</param>
    private static Credit Credit(MapReader map, Question question, MethodText method, string name)
    {
        var paragraph = method.Cited(map, "paragraph");
        var rule = Rule(map, question, name);
        map.Done();
        return new(rule, paragraph);
    }

    private static CreditRule Rule(MapReader map, Question question, string name)
    {
        try
        {
            return question.Type switch
            {
                ChoiceType type => new OptionCredit(Options(map, type, name)),
                TicksType type => new TickCredit(Options(map, type, name)),
                NumberType type when map.Has("goalposts") => Goalposts(map.Map("goalposts"), type),
                NumberType => new BandCredit(Bands(map, "number", "from", best => best[^1])),
                TableType => new BandCredit(Bands(map, "rows", "from", best => best[^1])),
                DateType => new AgeCredit(Bands(map, "years-since", "up-to", best => best[0])),
                _ => Unscorable(map, question),
            };
        }
        catch (ArgumentException e)
        {
            map.Problems.Add(map.File, map.Line, $"The credit of {name} is wrong: {e.Message.Split(" (Parameter")[0]}");
            return new OptionCredit(0, 1);
        }
    }

    private static double[] Options(MapReader map, OptionsType type, string name)
    {
        var credits = map.Map("options");
        if (credits is null)
        {
            map.Problems.Add(map.File, map.Line, $"The credit of {name} needs \"options\".");
            return [0, 1];
        }

        double[] values = [.. type.Options.Select(option => credits.Number(option.Code))];
        credits.Done();
        var best = type is TicksType ? Math.Round(values.Sum(), 9) : values.DefaultIfEmpty(0).Max();
        return best == 1
            ? values
            : throw new ArgumentException(FormattableString.Invariant(
                $"{(type is TicksType ? "all options together earn" : "the best option earns")} {best}; it must be exactly 1, so that full marks can be reached."));
    }

    private static (double, double)[] Bands(MapReader map, string key, string bound, Func<double[], double> best)
    {
        (double Bound, double Credit)[] bands = [.. map.Maps(key).Select(band => Band(band, bound))];
        if (bands.Length == 0)
        {
            throw new ArgumentException($"\"{key}\" with at least one band is needed.");
        }

        return best([.. bands.Select(band => band.Credit)]) == 1
            ? bands
            : throw new ArgumentException("the best band must earn exactly 1, so that full marks can be reached.");
    }

    private static (double, double) Band(MapReader map, string bound)
    {
        var band = (map.Number(bound), map.Number("credit"));
        map.Done();
        return band;
    }

    private static GoalpostCredit Goalposts(MapReader? map, NumberType type)
    {
        var rule = new GoalpostCredit(map?.Number("bottom") ?? 0, map?.Number("top") ?? 1);
        map?.Done();
        return Math.Max(rule.Of(type.Minimum), rule.Of(type.Maximum)) == 1
            ? rule
            : throw new ArgumentException("no allowed number reaches the better goalpost, so full marks cannot be reached.");
    }

    private static OptionCredit Unscorable(MapReader map, Question question)
    {
        map.Problems.Add(map.File, map.Line, $"{question.Code} is answered by a {question.Type.Name}, which earns nothing; mark the question \"scored: false\".");
        return new(0, 1);
    }
}
