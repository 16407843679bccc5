using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>Questions that come, go, become several or one, or change their order.</summary>
internal static class StructureSteps
{
    private const decimal Step = 0.000001m;

    internal static void Add(DraftChange change, string place, NewQuestion question)
    {
        var isInside = change.Asked.Question(place) is null;
        var parent = isInside ? place : change.Place(place).Parent;
        var code = NextCodes(change, parent, 1)[0];
        if (isInside)
        {
            var source = change.Source(change.Asked.FileOf(parent) ?? throw Unknown(change, parent));
            var list = ItemPlace.Group(source, parent)?["items"] as YamlList ?? throw Unknown(change, parent);
            change.Write(source.Insert(list, list.Items.Count - 1, block => QuestionBlock.Write(block, change, code, question)));
        }
        else
        {
            InsertAfter(change, place, code, question);
        }

        if (change.Earlier is { } earlier)
        {
            new MigrationLines(change, earlier).Add([code]);
        }

        new CreditLines(change).Add(code, question.Credits, []);
        new WeightLines(change).Balance(code);
    }

    /// <summary>Takes questions away, or all of a group, and puts others in the place of the first.</summary>
    internal static void Replace(DraftChange change, IReadOnlyList<string> codes, IReadOnlyList<NewQuestion> into, string reason)
    {
        Question[] gone = [.. Below(change, codes)];
        var place = change.Place(gone[0].Code);
        var (come, weights) = (NextCodes(change, place.Parent, into.Count), new WeightLines(change));
        var given = Given(come, into, [.. gone.Where(question => change.Place(question.Code).Parent == place.Parent).Select(question => weights.Of(question.Code))]);
        var last = gone[0].Code;
        foreach (var (code, question) in come.Zip(into))
        {
            InsertAfter(change, last, code, question);
            last = code;
        }

        foreach (var question in gone)
        {
            RemoveWithEmptyGroups(change, question.Code);
        }

        if (change.Earlier is { } earlier)
        {
            new MigrationLines(change, earlier).Replace([.. gone.Select(question => question.Code)], [.. come.Select(change.Question)], reason);
        }

        foreach (var (code, question) in come.Zip(into))
        {
            new CreditLines(change).Add(code, question.Credits, gone);
        }

        foreach (var question in gone)
        {
            new CreditLines(change).Remove(question.Code);
        }

        foreach (var pillar in gone.Select(question => question.Code).DistinctBy(code => code.Split('-')[0]))
        {
            new WeightLines(change, given).Balance(pillar);
        }
    }

    internal static void Move(DraftChange change, string code, string? before)
    {
        var place = change.Place(code);
        var target = before is null ? place.List.Items.Count : change.Place(before) is var other && other.Parent == place.Parent && before != code ? other.Number
            : throw new StepRefusedException(place.Source.Name, place.Map.Line, $"{code} can be moved within {place.Parent} only: its code says where it belongs.");
        if (target != place.Number && target != place.Number + 1)
        {
            change.Write(place.Source.Move(place.List, place.Number, target));
        }
    }

    /// <summary>Codes below a group or pillar that no question or group of any edition ever had.</summary>
    internal static ImmutableArray<string> NextCodes(DraftChange change, string parent, int count)
    {
        var start = parent + (parent.Contains('-', StringComparison.Ordinal) ? "." : "-");
        var last = change.AllCodes.Where(code => code.StartsWith(start, StringComparison.Ordinal))
            .Select(code => int.TryParse(code[start.Length..].Split('.')[0], out var number) ? number : 0).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(last + 1, count).Select(number => FormattableString.Invariant($"{start}{number}"))];
    }

    private static IEnumerable<Question> Below(DraftChange change, IReadOnlyList<string> codes) => codes.Distinct()
        .SelectMany(code => change.Asked.Find(code) is ItemGroup group ? new Questionnaire([new("", "", [group])], []).Questions() : [change.Question(code)])
        .DistinctBy(question => question.Code)
        .OrderBy(question => change.Asked.PlaceOf(question.Code));

    // Several share what one had, and one has what several had; who earns nothing has nothing.
    private static Dictionary<string, decimal> Given(IReadOnlyList<string> come, IReadOnlyList<NewQuestion> into, IReadOnlyList<decimal?> points)
    {
        string[] scored = [.. come.Where((_, place) => into[place].IsScored)];
        return points.All(value => value is null) || scored.Length == 0
            ? []
            : scored.Zip(Shares.Of(points.Sum() ?? 0, new decimal?[scored.Length], Step)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static void InsertAfter(DraftChange change, string before, string code, NewQuestion question)
    {
        var place = change.Place(before);
        change.Write(place.Source.Insert(place.List, place.Number, block => QuestionBlock.Write(block, change, code, question)));
    }

    private static void RemoveWithEmptyGroups(DraftChange change, string code)
    {
        var (gone, codes) = (change.Place(code), new List<string> { code });
        while (gone.List.Items.Count == 1)
        {
            if (!gone.Parent.Contains('-', StringComparison.Ordinal))
            {
                throw new StepRefusedException(gone.Source.Name, gone.Map.Line, $"{code} is the last that {gone.Parent} asks; a pillar asks at least one question.");
            }

            codes.Add(gone.Parent);
            gone = change.Place(gone.Parent);
        }

        change.Write(gone.Source.Remove(gone.List, gone.Number));
        foreach (var item in codes)
        {
            TranslationSteps.Prune(change, item);
        }
    }

    private static StepRefusedException Unknown(DraftChange change, string code) =>
        new(change.Asked.Folder.Name, 1, $"{Answers.Quoted.Text(code)} is no question, group or pillar of {change.Id}.");
}
