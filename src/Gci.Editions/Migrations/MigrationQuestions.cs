using System.Collections.Immutable;
using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Migrations;

/// <summary>The questions of two editions, ticked off one by one: none may be handled twice, and none be left.</summary>
internal sealed class MigrationQuestions(Edition earlier, Edition later, MapReader map)
{
    private readonly Dictionary<string, Question> _before = ByCode(earlier);
    private readonly Dictionary<string, Question> _after = ByCode(later);
    private readonly string[] _order = [.. earlier.Questionnaire!.Questions().Select(question => question.Code)];
    private readonly Dictionary<string, int> _from = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _to = new(StringComparer.Ordinal);

    internal int PlaceOf(string code) => Array.IndexOf(_order, code);

    internal void Check(MigrationEntry entry, MapReader line)
    {
        foreach (var code in entry.From)
        {
            Tick(code, earlier.Id, _before, _from, line, "from");
        }

        foreach (var code in entry.To)
        {
            Tick(code, later.Id, _after, _to, line, "to");
        }

        foreach (var (old, question) in entry.From.SelectMany(from => entry.To.Select(to => (_before.GetValueOrDefault(from), _after.GetValueOrDefault(to)))))
        {
            if (old is not null && question is not null && Mistake(entry, old, question) is { } mistake)
            {
                line.Problem("from", mistake);
            }
        }
    }

    /// <summary>The questions of which no line speaks: they must be in both editions, in the same words.</summary>
    internal IEnumerable<MigrationEntry> Unlisted()
    {
        foreach (var old in _order.Where(code => !_from.ContainsKey(code)).Select(code => _before[code]))
        {
            if (!_after.TryGetValue(old.Code, out var question))
            {
                map.Problem("changes", $"{old.Code} of {earlier.Id} is not handled, and {later.Id} does not ask it: say whether it is reworded, split, merged or dropped.");
                continue;
            }

            var entry = new MigrationEntry([old.Code], [old.Code], MigrationKind.Same, CarriesValue: true, MustConfirm: true, Reason: null);
            if (!_to.TryAdd(old.Code, map.Line))
            {
                map.Problems.Add(map.File, _to[old.Code], $"{old.Code} is also a question of {earlier.Id} of which no line speaks.");
            }
            else if (Mistake(entry, old, question) is { } mistake)
            {
                map.Problem("changes", mistake);
            }

            yield return entry;
        }
    }

    internal void CheckAdded(IEnumerable<YamlText> added)
    {
        foreach (var word in added)
        {
            var sentence = _before.ContainsKey(word.Text) ? $"{word.Text} was a question of {earlier.Id} already: a code is never reused."
                : !_after.ContainsKey(word.Text) ? $"{word.Text} is not a question of {later.Id}."
                : !_to.TryAdd(word.Text, word.Line) ? $"{word.Text} also stands on line {_to[word.Text]}."
                : null;
            if (sentence is not null)
            {
                map.Problems.Add(map.File, word.Line, sentence);
            }
        }

        foreach (var code in later.Questionnaire!.Questions().Select(question => question.Code).Where(code => !_to.ContainsKey(code) && !_before.ContainsKey(code)))
        {
            map.Problem("added", $"{code} of {later.Id} comes from nowhere; if it is new, name it in \"added\".");
        }
    }

    internal void CheckWithdrawn(IEnumerable<YamlText> withdrawn)
    {
        foreach (var word in withdrawn.Where(word => _before.ContainsKey(word.Text) || _after.ContainsKey(word.Text)))
        {
            map.Problems.Add(map.File, word.Line, $"{word.Text} is a question of {(_after.ContainsKey(word.Text) ? later.Id : earlier.Id)}; what was withdrawn from a draft is asked in no edition.");
        }
    }

    private static void Tick(string code, string edition, Dictionary<string, Question> questions, Dictionary<string, int> ticked, MapReader line, string key)
    {
        if (!questions.ContainsKey(code))
        {
            line.Problem(key, $"{code} is not a question of {edition}.");
        }

        if (!ticked.TryAdd(code, line.Line))
        {
            line.Problem(key, $"{code} of {edition} is handled twice; it first stood on line {ticked[code]}.");
        }
    }

    private static string? Mistake(MigrationEntry entry, Question old, Question question) =>
        entry.Kind is MigrationKind.Same or MigrationKind.Reworded && old.Variable != question.Variable
            ? $"{old.Code} measured {old.Variable} and {question.Code} measures {question.Variable}; what is {(entry.Kind == MigrationKind.Same ? "the same" : "reworded")} keeps its variable."
            : entry.Kind == MigrationKind.Same && !IsSame(old, question) ? $"{old.Code} is not the same in both editions; if it is reworded, add a line that says so."
            : entry.CarriesValue && old.Type.Name != question.Type.Name
            ? $"The value of {old.Code} cannot be carried: it is a {old.Type.Name}, and {question.Code} takes a {question.Type.Name}."
            : null;

    internal static bool IsSame(Question old, Question question) => (old.Title, old.Text, old.Help) == (question.Title, question.Text, question.Help) && (old.Type, question.Type) switch
    {
        (OptionsType a, OptionsType b) => a.Name == b.Name && a.Options.SequenceEqual(b.Options),
        (TableType a, TableType b) => a.MaximumRows == b.MaximumRows && a.Columns.SequenceEqual(b.Columns),
        var (a, b) => a == b,
    };

    private static Dictionary<string, Question> ByCode(Edition edition) =>
        edition.Questionnaire!.Questions().ToDictionary(question => question.Code, StringComparer.Ordinal);
}
