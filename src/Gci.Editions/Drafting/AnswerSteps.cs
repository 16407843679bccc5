using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>Changes of how a question is answered, proved, seen and when it is asked.</summary>
internal static class AnswerSteps
{
    internal static void Options(DraftChange change, string code, ImmutableArray<Option> options, IReadOnlyDictionary<string, double> credits, string reason)
    {
        if (change.Question(code).Type is not OptionsType { Options: var before } || change.Question(code).Type is ChoiceType { IsYesPartialNo: true })
        {
            throw new StepRefusedException(change.Asked.FileOf(code)!, change.Question(code).Line, $"{code} has no options of its own.");
        }

        if (options.IsEmpty || options.DistinctBy(option => option.Code).Count() != options.Length)
        {
            throw new StepRefusedException(change.Asked.FileOf(code)!, change.Question(code).Line, $"{code} needs at least two options, each with a code of its own.");
        }

        if (!before.Select(option => option.Code).SequenceEqual(options.Select(option => option.Code)))
        {
            Arrange(change, code, options);
            NarrowEvidence(change, code, options);
        }

        for (var number = 0; number < options.Length; number++)
        {
            SetOption(change, code, number, options[number]);
        }

        new CreditLines(change).Options(code, before, credits);
        TranslationSteps.Prune(change, code);
        WordsSteps.Record(change, code, reason);
    }

    internal static void Evidence(DraftChange change, string code, EvidencePolicy? policy)
    {
        var (place, old) = (change.Place(code), change.Question(code).Evidence);
        if (policy is null)
        {
            change.Write(old is null ? place.Source : place.Source.SetInline(place.Map, "evidence", "none", "type"));
            return;
        }

        var entries = QuestionBlock.Evidence(policy);
        if (old is null || !QuestionBlock.Evidence(old).SequenceEqual(entries))
        {
            var flow = $"{{ {string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}"))} }}";
            change.Write(place.Source.Set(place.Map, "evidence", column => YamlBlock.MapAfter("evidence", entries, column), flow, "type"));
        }
    }

    internal static void Classify(DraftChange change, string code, Confidentiality value)
    {
        var place = change.Place(code);
        if (change.Question(code).Class != value)
        {
            change.Write(place.Source.SetInline(place.Map, "class", SectionReader.WordOf(value), "evidence"));
        }
    }

    internal static void Relevant(DraftChange change, string code, string? expression)
    {
        var place = change.Place(code);
        change.Write(string.IsNullOrWhiteSpace(expression)
            ? place.Source.Unset(place.Map, "relevant")
            : place.Source.SetText(place.Map, "relevant", change.Clean(code, "condition", expression), "variable"));
    }

    /// <summary>Puts options in, takes others out and orders them; those that stay keep their lines.</summary>
    private static void Arrange(DraftChange change, string code, ImmutableArray<Option> options)
    {
        var (source, map, list) = List(change, code);
        var kept = list.Items.OfType<YamlMap>().Select(item => item.TextOf("code")).Intersect(options.Select(option => option.Code)).ToList();
        if (list.IsFlow || kept.Count == 0)
        {
            change.Write(source.Set(map, "options", column => YamlBlock.ItemsAfter(options.Select(option => QuestionBlock.Option(change, code, option)), column), "", "type"));
            return;
        }

        for (var number = list.Items.Count - 1; number >= 0; number--)
        {
            if (!kept.Contains(((YamlMap)list.Items[number]).TextOf("code")))
            {
                change.Write(source.Remove(list, number));
                (source, _, list) = List(change, code);
            }
        }

        for (var number = 0; number < options.Length; number++)
        {
            var at = list.Items.ToList().FindIndex(item => item is YamlMap map && map.TextOf("code") == options[number].Code);
            change.Write(at < 0 ? source.Insert(list, number - 1, QuestionBlock.Option(change, code, options[number])) : at == number ? source : source.Move(list, at, number));
            (source, _, list) = List(change, code);
        }
    }

    private static void SetOption(DraftChange change, string code, int number, Option option)
    {
        var (source, _, list) = List(change, code);
        var map = (YamlMap)list.Items[number];
        source = source.SetText(map, "label", change.Clean(code, "label of an option", option.Label), "code");
        change.Write(source);
        if (change.Question(code).Type is OptionsType { Options: var now } && now[number].IsExclusive != option.IsExclusive)
        {
            (source, _, list) = List(change, code);
            map = (YamlMap)list.Items[number];
            change.Write(option.IsExclusive ? source.SetInline(map, "exclusive", "true", "label") : source.Unset(map, "exclusive"));
        }
    }

    // Evidence cannot be asked for an option that has gone; where it was asked for no other, that is the editor's to decide.
    private static void NarrowEvidence(DraftChange change, string code, ImmutableArray<Option> options)
    {
        if (change.Question(code).Evidence is { When.IsEmpty: false } evidence && evidence.When.RemoveAll(word => options.All(option => option.Code != word)) is { IsEmpty: false } when)
        {
            Evidence(change, code, evidence with { When = when });
        }
    }

    private static (YamlSource Source, YamlMap Map, YamlList List) List(DraftChange change, string code) =>
        change.Place(code) is var place && place.Map["options"] is YamlList list ? (place.Source, place.Map, list) : throw new UnsplicedException(place.Source.Name, place.Map.Line);
}
