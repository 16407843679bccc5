using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions.Expressions;
using Gci.Editions.Yaml;

namespace Gci.Editions.Questionnaires;

/// <summary>Reads <c>questionnaires/EDITION/PILLAR.yaml</c>.</summary>
internal static partial class SectionReader
{
    private static readonly Dictionary<string, Confidentiality> s_classes = Enum.GetValues<Confidentiality>().ToDictionary(of => of.Word());

    private static readonly Dictionary<string, EvidenceForm> s_forms = new() { ["link"] = EvidenceForm.Link, ["file"] = EvidenceForm.File };

    /// <summary>The word that a definition has for a class.</summary>
    internal static string WordOf(Confidentiality value) => s_classes.First(pair => pair.Value == value).Key;

    internal static string WordOf(EvidenceForm value) => s_forms.First(pair => pair.Value == value).Key;

    internal static Section Read(MapReader map, string pillar, IReadOnlyCollection<EvidenceKind> kinds)
    {
        var code = map.Text("pillar");
        if (code != pillar && code.Length > 0)
        {
            map.Problem("pillar", $"This file belongs to the pillar {pillar}, not to {code}.");
        }

        var section = new Section(pillar, map.Text("introduction"), Items(map, kinds, pillar + "-"));
        map.Done();
        return section;
    }

    private static ImmutableArray<Item> Items(MapReader map, IReadOnlyCollection<EvidenceKind> kinds, string prefix)
    {
        var items = map.Maps("items");
        if (items.Count == 0)
        {
            map.Problem("items", "\"items\" is missing or empty; a group holds at least one item.");
        }

        return [.. items.Select(item => Read(item, kinds, prefix))];
    }

    private static Item Read(MapReader map, IReadOnlyCollection<EvidenceKind> kinds, string prefix)
    {
        var code = map.Text("code");
        if (code.Length > 0 && (!code.StartsWith(prefix, StringComparison.Ordinal) || !Number().IsMatch(code[prefix.Length..])))
        {
            map.Problem("code", $"The code {code} must be {prefix} followed by a number, as its place in the tree says.");
        }

        var variable = map.Text("variable");
        if (variable.Length > 0 && !Variable().IsMatch(variable))
        {
            map.Problem("variable", $"The variable \"{variable}\" must be small letters, digits and underscores, beginning with a letter.");
        }

        var (title, text, relevant) = (map.Text("title"), map.Text("text"), Relevant(map));
        Item item = map.Has("items")
            ? new ItemGroup(code, variable, title, text, relevant, map.Line, Items(map, kinds, code + "."))
            : new Question(
                code, variable, title, text, relevant, map.Line,
                map.Text("help"), AnswerTypeReader.Read(map), Evidence(map, kinds), map.OneOf("class", s_classes), map.Text("guide"), map.Flag("scored", otherwise: true));
        map.Done();
        return item;
    }

    private static Expression? Relevant(MapReader map)
    {
        if (map.OptionalText("relevant") is not { Length: > 0 } text)
        {
            return null;
        }

        var (expression, error) = ExpressionGrammar.Read(text);
        if (error is not null)
        {
            map.Problem("relevant", $"The expression \"{text}\" is broken {error}.");
        }

        return expression;
    }

    private static EvidencePolicy? Evidence(MapReader question, IReadOnlyCollection<EvidenceKind> kinds)
    {
        if (!question.Has("evidence") || question.IsText("evidence"))
        {
            return question.OneOf("evidence", new Dictionary<string, EvidencePolicy?> { ["none"] = null });
        }

        if (question.Map("evidence") is not { } map)
        {
            return null;
        }

        var (minimum, maximum) = (map.OptionalInteger("min") ?? 1, map.OptionalInteger("max") ?? 10);
        if (minimum < 0 || maximum < Math.Max(1, minimum))
        {
            map.Problem("max", "\"min\" is at least 0, and \"max\" at least 1 and not below \"min\".");
        }

        var when = map.IsText("when") ? Answered(map) : map.Words("when").Select(word => word.Text);
        var accept = map.Words("accept").Select(word => s_forms.TryGetValue(word.Text, out var form) ? form : Unknown(map, "accept", word, s_forms.Keys, EvidenceForm.Link));
        var known = kinds.Select(kind => kind.Code).ToArray();
        var chosen = map.Words("kinds").Select(word => known.Contains(word.Text) ? word.Text : Unknown(map, "kinds", word, known, word.Text));
        var policy = new EvidencePolicy([.. when], minimum, maximum, [.. accept], [.. chosen]);
        if (policy.Accept.IsEmpty || policy.Kinds.IsEmpty)
        {
            map.Problems.Add(map.File, map.Line, "Evidence needs \"accept\" (link, file) and \"kinds\" of document.");
        }

        map.Done();
        return policy;
    }

    private static string[] Answered(MapReader map) => map.OneOf("when", new Dictionary<string, string[]> { ["answered"] = [] });

    private static T Unknown<T>(MapReader map, string key, YamlText word, IEnumerable<string> known, T harmless)
    {
        map.Problems.Add(map.File, word.Line, $"\"{word.Text}\" is not known in \"{key}\"; known are {string.Join(", ", known)}.");
        return harmless;
    }

    [GeneratedRegex("^[1-9][0-9]*$")]
    private static partial Regex Number();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    internal static partial Regex Variable();
}
