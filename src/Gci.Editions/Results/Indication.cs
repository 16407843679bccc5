using System.Collections.Immutable;
using Gci.Editions.Answers;
using Gci.Editions.Methodology;
using Gci.Editions.Questionnaires;
using Gci.Scoring;
using Gci.Tiering;

namespace Gci.Editions.Results;

/// <summary>
/// Where one set of answers would stand by an edition's weights and tiers, before anybody verified it. It is no result, and it compares with
/// no country: it exists for editions whose tiers are fixed in advance only.
/// </summary>
/// <param name="Points">Unrounded.</param>
/// <param name="Maximum">The most the whole index can reach.</param>
public sealed record Indication(double Points, double Maximum, TierDistance Tier, ImmutableArray<PillarIndication> Pillars)
{
    /// <summary>Null for an edition whose tiers depend on the scores of other countries.</summary>
    public static Indication? Of(Edition edition, AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(sheet);
        if (edition.Tiers.Scheme is not FixedThresholds scheme)
        {
            return null;
        }

        var scores = edition.Scorer.Score(AnswerCoding.Table(edition, [sheet]));
        var root = scores[0, edition.Tree.Root.Position];
        var gains = Gains(edition, sheet, root);
        return new(
            root, edition.Points, scheme.Distance(root, edition.Points),
            [
                .. edition.Pillars.Select(pillar =>
                {
                    var points = scores[0, edition.Tree[pillar.Code].Position];
                    return new PillarIndication(pillar, points, scheme.Distance(points, pillar.Points), [.. gains.Where(gain => gain.Pillar == pillar.Code).Select(gain => gain.Gain)]);
                }),
            ]);
    }

    // What the whole would be with full credit for one question, each in turn: right for every way of adding up.
    private static IReadOnlyList<(string Pillar, Gain Gain)> Gains(Edition edition, AnswerSheet sheet, double root)
    {
        var asked = edition.Questionnaire!.Sections.SelectMany(section => new Questionnaire([section], []).Questions().Select(question => (section.Pillar, question)))
            .Where(pair => pair.question.IsScored && sheet.IsActive(pair.question.Code)).ToArray();
        var copies = asked.Select(pair => new AnswerSheet(pair.question.Code, edition.Questionnaire, sheet.Answers, sheet.Comments)).ToArray();
        var full = new Observations(edition.Tree, copies.Select(copy => copy.Country));
        for (var row = 0; row < asked.Length; row++)
        {
            full[row, asked[row].question.Code] = edition.Scorer.Maximum(edition.Tree[asked[row].question.Code].Position);
        }

        var whole = edition.Scorer.Score(AnswerCoding.Table(edition, copies), full).Column(edition.Tree.Root.Position);
        var gains = new List<(string, Gain)>();
        for (var row = 0; row < asked.Length; row++)
        {
            gains.Add((asked[row].Pillar, new(asked[row].question, whole[row] - root)));
        }

        return [.. gains.Where(gain => gain.Item2.Points > 1e-9).OrderByDescending(gain => gain.Item2.Points).ThenBy(gain => gain.Item2.Question.Code, StringComparer.Ordinal)];
    }
}

/// <summary>One pillar of an indication.</summary>
/// <param name="Gains">The questions that are asked and do not earn all they can, the largest gain first.</param>
public sealed record PillarIndication(Pillar Pillar, double Points, TierDistance Tier, ImmutableArray<Gain> Gains);

/// <summary>What a question would add to the whole if it earned all it can.</summary>
public sealed record Gain(Question Question, double Points);
