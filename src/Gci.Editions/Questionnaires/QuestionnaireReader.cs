using System.Collections.Immutable;
using Gci.Editions.Expressions;
using Gci.Editions.Migrations;
using Gci.Editions.Yaml;

namespace Gci.Editions.Questionnaires;

/// <summary>Reads all sections of a questionnaire and checks what concerns more than one item.</summary>
internal static class QuestionnaireReader
{
    internal const string KindsFile = "evidence-kinds.yaml";

    internal static Questionnaire Read(DefinitionFolder folder, IReadOnlyList<(string Code, string Variable)> pillars, Problems problems)
    {
        var kinds = Kinds(folder.File(KindsFile), problems);
        var sections = new List<(SourceFile File, Section Section)>();
        foreach (var (code, variable) in pillars)
        {
            var file = folder.File(variable + ".yaml");
            if (YamlFile.Read(file, problems) is { } map)
            {
                sections.Add((file, SectionReader.Read(map, code, kinds)));
            }
        }

        foreach (var stray in folder.YamlFiles().Where(name => name is not (KindsFile or MigrationReader.FileName) && pillars.All(pillar => pillar.Variable + ".yaml" != name)))
        {
            problems.Add(folder.File(stray).Name, 1, "This file belongs to no pillar of the edition; name it after a pillar's variable.");
        }

        var questionnaire = new Questionnaire([.. sections.Select(pair => pair.Section)], [.. kinds]);
        CheckItems(sections, pillars, problems);
        CheckExpressions(sections, questionnaire, problems);
        return questionnaire;
    }

    private static List<EvidenceKind> Kinds(SourceFile file, Problems problems)
    {
        var kinds = new List<EvidenceKind>();
        if (YamlFile.Read(file, problems) is { } map)
        {
            foreach (var kind in map.Maps("kinds"))
            {
                kinds.Add(new(kind.Text("code"), kind.Text("title")));
                if (kinds.SkipLast(1).Any(before => before.Code == kinds[^1].Code))
                {
                    kind.Problem("code", $"The kind {kinds[^1].Code} stands twice.");
                }

                kind.Done();
            }

            if (kinds.Count == 0)
            {
                map.Problem("kinds", "\"kinds\" is missing or empty.");
            }

            map.Done();
        }

        return kinds;
    }

    private static void CheckItems(List<(SourceFile File, Section Section)> sections, IReadOnlyList<(string Code, string Variable)> pillars, Problems problems)
    {
        var codes = pillars.DistinctBy(pillar => pillar.Code).ToDictionary(pillar => pillar.Code, _ => "as a pillar", StringComparer.Ordinal);
        var variables = pillars.DistinctBy(pillar => pillar.Variable).ToDictionary(pillar => pillar.Variable, _ => "as a pillar", StringComparer.Ordinal);
        foreach (var (file, section) in sections)
        {
            foreach (var item in new Questionnaire([section], []).Items())
            {
                var place = $"in {file.Name}, line {item.Line}";
                if (item.Code.Length > 0 && !codes.TryAdd(item.Code, place))
                {
                    problems.Add(file.Name, item.Line, $"The code {item.Code} stands twice; it first stood {codes[item.Code]}. Give this item a code of its own.");
                }

                if (item.Variable.Length > 0 && !variables.TryAdd(item.Variable, place))
                {
                    problems.Add(file.Name, item.Line, $"The variable {item.Variable} stands twice; it first stood {variables[item.Variable]}.");
                }

                if (item is Question { Evidence: { } evidence } question)
                {
                    ImmutableArray<Option> options = question.Type is OptionsType type ? type.Options : [];
                    foreach (var option in evidence.When.Where(option => options.All(known => known.Code != option)))
                    {
                        problems.Add(file.Name, item.Line, $"Evidence of {question.Code} is asked for the option \"{option}\", which it does not have.");
                    }
                }
            }
        }
    }

    // A condition looks back only; so there is no cycle, and a page can be shown before the pages after it are answered.
    private static void CheckExpressions(List<(SourceFile File, Section Section)> sections, Questionnaire questionnaire, Problems problems)
    {
        var questions = questionnaire.Questions().DistinctBy(question => question.Code).ToDictionary(question => question.Code, StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, section) in sections)
        {
            foreach (var item in new Questionnaire([section], []).Items())
            {
                foreach (var sentence in Sentences(item, questions, asked))
                {
                    problems.Add(file.Name, item.Line, sentence);
                }

                asked.Add(item.Code);
            }
        }
    }

    private static IEnumerable<string> Sentences(Item item, Dictionary<string, Question> questions, HashSet<string> asked)
    {
        if (item.Relevant is not { } expression)
        {
            yield break;
        }

        foreach (var code in expression.Questions().Distinct())
        {
            if (code == item.Code)
            {
                yield return $"The condition of {item.Code} refers to {code} itself: a cycle.";
            }
            else if (!questions.ContainsKey(code))
            {
                yield return $"The condition of {item.Code} refers to {code}, which is not a question of this edition.";
            }
            else if (!asked.Contains(code))
            {
                yield return $"The condition of {item.Code} refers to {code}, which is asked later: conditions look back only, so that there is no cycle.";
            }
        }

        foreach (var mistake in expression.Mistakes(questions))
        {
            yield return $"The condition of {item.Code} is wrong: {mistake}.";
        }
    }
}
