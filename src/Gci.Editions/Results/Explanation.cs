using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Scoring;
using Gci.Scoring.Aggregation;
using Gci.Scoring.Tracing;

namespace Gci.Editions.Results;

/// <summary>How each point of one country came about, in the order of the questionnaire.</summary>
public static class Explanation
{
    /// <param name="row">Row of the country in the results.</param>
    /// <param name="sheet">The country's answers; null where its points were observed.</param>
    public static ImmutableArray<ExplainedNode> Of(EditionResults results, int row, AnswerSheet? sheet)
    {
        ArgumentNullException.ThrowIfNull(results);
        var edition = results.Edition;
        var items = (edition.Questionnaire?.Items() ?? []).ToDictionary(item => item.Code, StringComparer.Ordinal);
        var order = edition.Pillars.Select(pillar => pillar.Code).Concat(items.Keys).Select((code, place) => (code, place)).ToDictionary(StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<ExplainedNode>();
        Add(results.Scores.Trace(row).Root, 0);
        return lines.ToImmutable();

        void Add(NodeScore node, int depth)
        {
            var title = items.TryGetValue(node.Code, out var item) ? item.Title : edition.Pillars.FirstOrDefault(pillar => pillar.Code == node.Code)?.Title ?? edition.Title;
            var (how, paragraph) = How(edition, node, depth, item as Question, sheet);
            lines.Add(new(depth, node.Code, title, node.Value, node.Maximum, how, paragraph));
            foreach (var part in node.Parts.Where(part => part.IsKnown).OrderBy(part => order.GetValueOrDefault(part.Code)))
            {
                Add(part, depth + 1);
            }
        }
    }

    private static (string How, string Paragraph) How(Edition edition, NodeScore node, int depth, Question? question, AnswerSheet? sheet)
    {
        if (node.Observed)
        {
            return ("taken as known", edition.Paragraphs.Observed);
        }

        if (question is null)
        {
            return (Combined(edition.Levels[depth].Rule, node), edition.Levels[depth].Paragraph);
        }

        if (sheet?.Active(question.Code) is { } answer)
        {
            var credit = edition.Credits[question.Code];
            var share = AnswerCredit.Of(edition, question, answer);
            return (string.Create(CultureInfo.InvariantCulture, $"answer {AnswerText.Of(answer)}: credit {share:0.####} x {node.Maximum:0.000000}"), credit.Paragraph);
        }

        return sheet is not null && !sheet.IsActive(question.Code)
            ? ($"not asked: {AnswerText.Condition(edition.Questionnaire!, question)} is not met", edition.Paragraphs.Inactive)
            : ("no answer", edition.Paragraphs.Unanswered);
    }

    private static string Combined(LevelRule rule, NodeScore node)
    {
        var known = node.Parts.Count(part => part.IsKnown);
        var parts = known == node.Parts.Length ? known == 1 ? "1 part" : $"{known} parts" : $"{known} of {node.Parts.Length} parts, the others not known";
        return rule.Aggregator is Points ? $"sum of {parts}" : $"{rule.Aggregator.Name} mean of {parts}";
    }
}

/// <summary>One line of an explanation.</summary>
/// <param name="Depth">0 for the whole index.</param>
/// <param name="How">How the points came about.</param>
/// <param name="Paragraph">The paragraph of the method that says so.</param>
public sealed record ExplainedNode(int Depth, string Code, string Title, double Points, double Maximum, string How, string Paragraph);
