using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>The lines of a draft's credits. What nobody gave is filled in so that full marks can be reached, and marked as illustrative.</summary>
internal sealed class CreditLines(DraftChange change)
{
    private const string Mark = "# illustrative";

    private readonly string _file = $"methodology/{change.Id}/credits.yaml";

    private YamlMap? Own => change.Source(_file).Top["questions"] as YamlMap;

    /// <summary>Credits a new question: as one that it comes from where they are answered alike, else by the kind of answer.</summary>
    /// <param name="like">Questions that are asked no longer, whose credits still stand.</param>
    internal void Add(string code, IReadOnlyDictionary<string, double> credits, IReadOnlyList<Question> like)
    {
        var question = change.Question(code);
        if (!change.Has(_file) || !question.IsScored || (change.Source(_file).Top["types"] as YamlMap)?[question.Type.Name] is not null)
        {
            return;
        }

        var model = like.FirstOrDefault(old => Own?[old.Code] is not null && IsAnsweredAlike(old.Type, question.Type));
        if (credits.Count == 0 && model is not null && Written(Own![model.Code]!) is var text && !text.Contains('\n', StringComparison.Ordinal))
        {
            Put(code, _ => $" {text}", text, isIllustrative: false);
        }
        else if (Rule(question, Filled(question.Type, credits)) is { } rule)
        {
            Put(code, rule, isIllustrative: question.Type is not OptionsType options || !options.Options.All(option => credits.ContainsKey(option.Code)));
        }
    }

    /// <summary>Credits other options than a question had: those that stay keep their share as far as it goes.</summary>
    internal void Options(string code, ImmutableArray<Option> before, IReadOnlyDictionary<string, double> credits)
    {
        var question = change.Question(code);
        if (!change.Has(_file) || !question.IsScored || question.Type is not OptionsType type)
        {
            return;
        }

        var old = (Own?[code] as YamlMap)?["options"] as YamlMap;
        if (credits.Count == 0 && old is not null && before.Select(option => option.Code).ToHashSet().SetEquals(type.Options.Select(option => option.Code)))
        {
            return;
        }

        var known = old?.Entries.Select(entry => (entry.Key.Text, Number((entry.Value as YamlText)?.Text))).Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.Text, pair => pair.Item2!.Value, StringComparer.Ordinal) ?? [];
        foreach (var (option, credit) in credits)
        {
            known[option] = credit;
        }

        var isGiven = type.Options.All(option => credits.ContainsKey(option.Code));
        Put(code, Rule(question, isGiven ? known : Filled(type, known))!, !isGiven);
    }

    internal void Remove(string code)
    {
        if (change.Has(_file) && Own is { } own && own[code] is not null)
        {
            var source = change.Source(_file);
            change.Write(own.Entries.Count > 1 ? source.Unset(own, code) : source.Unset(source.Top, "questions"));
        }
    }

    private static bool IsAnsweredAlike(AnswerType old, AnswerType type) => old.Name == type.Name
        && (old is not OptionsType before || before.Options.Select(option => option.Code).SequenceEqual(((OptionsType)type).Options.Select(option => option.Code)));

    /// <summary>A credit for every option: the best of a choice, or all ticks together, earn 1.</summary>
    private static Dictionary<string, double> Filled(AnswerType type, IReadOnlyDictionary<string, double> given)
    {
        var options = type is OptionsType { Options: var all } ? all : [];
        if (type is TicksType)
        {
            Option[] counted = [.. options.Where(option => !option.IsExclusive)];
            var shares = Shares.Of(1, [.. counted.Select(option => given.TryGetValue(option.Code, out var credit) ? (decimal?)(decimal)credit : null)], 0.001m);
            return options.ToDictionary(option => option.Code, option => option.IsExclusive ? 0 : (double)shares[Array.IndexOf(counted, option)], StringComparer.Ordinal);
        }

        if (!options.Any(option => given.GetValueOrDefault(option.Code) > 0))
        {
            return options.Select((option, place) => (option.Code, Credit: Math.Round((options.Length - 1.0 - place) / Math.Max(1, options.Length - 1), 2)))
                .ToDictionary(pair => pair.Code, pair => pair.Credit, StringComparer.Ordinal);
        }

        var best = options.Max(option => given.GetValueOrDefault(option.Code));
        return options.ToDictionary(option => option.Code, option => given.GetValueOrDefault(option.Code) is var credit && credit == best ? 1 : credit, StringComparer.Ordinal);
    }

    private (string Key, string Value)[]? Rule(Question question, Dictionary<string, double> credits)
    {
        var (key, value) = question.Type switch
        {
            OptionsType type => ("options", $"{{ {string.Join(", ", type.Options.Select(option => $"{YamlScalars.Word(option.Code)}: {Text(credits.GetValueOrDefault(option.Code))}"))} }}"),
            NumberType type => ("number", $"[ {{ from: {Text(type.Minimum + Math.Pow(10, -type.Decimals))}, credit: 1 }} ]"),
            TableType => ("rows", "[ { from: 1, credit: 1 } ]"),
            DateType => ("years-since", "[ { up-to: 5, credit: 1 } ]"),
            _ => ("", ""),
        };
        return key.Length == 0 ? null : [(key, value), ("paragraph", $"\"{Paragraph(key)}\"")];
    }

    /// <summary>The paragraph that other credits of the same kind cite, or any.</summary>
    private string Paragraph(string key)
    {
        YamlMap[] credits = [.. new[] { Own, change.Source(_file).Top["types"] as YamlMap }.SelectMany(map => map?.Entries ?? []).Select(entry => entry.Value).OfType<YamlMap>()];
        return (credits.FirstOrDefault(credit => credit[key] is not null) ?? credits.FirstOrDefault())?.TextOf("paragraph") ?? "";
    }

    private void Put(string code, (string Key, string Value)[] rule, bool isIllustrative) =>
        Put(code, column => YamlBlock.MapAfter(code, rule, column), $"{{ {string.Join(", ", rule.Select(pair => $"{pair.Key}: {pair.Value}"))} }}", isIllustrative);

    private void Put(string code, Func<int, string> block, string flow, bool isIllustrative)
    {
        var source = change.Source(_file);
        if (Own is not { } own)
        {
            source = source.Set(source.Top, "questions", column => $"\n{new string(' ', column + 2)}{code}:{block(column + 2)}", "", "types");
        }
        else
        {
            var before = own.Entries.LastOrDefault(entry => change.Asked.PlaceOf(entry.Key.Text) < change.Asked.PlaceOf(code));
            source = source.Set(own, code, block, flow, before.Key?.Text ?? "");
        }

        change.Write(source);
        var end = change.Source(_file).LineEnd(Own![code]!.End);
        if (isIllustrative && !Own.IsFlow && !source.Text.AsSpan(Own[code]!.End, end - Own[code]!.End).Contains(Mark, StringComparison.Ordinal))
        {
            change.Write(source.Splice(end, end, $" {Mark}"));
        }
    }

    private string Written(YamlValue value) => change.Source(_file).Text[value.Start..value.End];

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(double number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
